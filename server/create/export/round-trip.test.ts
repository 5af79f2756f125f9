import fc from "fast-check";
import { expect, test } from "vitest";
import { buildDomain } from "../build-domain";
import { withBootOrder } from "../domain/boot-order";
import { importProxmox } from "../proxmox/import-proxmox";
import {
  type VmSpecification,
  type VmSpecificationInput,
  vmSpecificationSchema,
} from "../vm-specification.schema";
import { exportDefinition } from "./export-definition";

const host = { architecture: "x86_64", kvm: true } as const;

const disk = fc.record({
  source: fc.constantFrom(
    { kind: "file" as const, path: "/srv/a.qcow2", format: "qcow2" as const },
    { kind: "file" as const, path: "/srv/b", format: "raw" as const },
    { kind: "block" as const, path: "/dev/vg/c" },
  ),
  bus: fc.constantFrom("virtio" as const, "scsi" as const, "sata" as const),
  cache: fc.constantFrom("none" as const, "writeback" as const, "directsync" as const, "unsafe" as const),
  discard: fc.constantFrom("default" as const, "unmap" as const, "ignore" as const),
  serial: fc.constantFrom(null, "A 1+b.c"),
});
const nic = fc.record({
  source: fc.constantFrom(
    { kind: "network" as const, network: "default" },
    { kind: "bridge" as const, bridge: "br0" },
  ),
  model: fc.constantFrom("virtio" as const, "e1000" as const, "e1000e" as const, "rtl8139" as const),
});
const card = fc.record({
  functions: fc
    .constantFrom(["0000:01:00.0"], ["0000:01:00.0", "0000:01:00.1"], ["0000:65:00.1"])
    .map((addresses) => addresses.map((address) => ({ address }))),
  options: fc.constantFrom({}, { primaryDisplay: true }, { rom: { kind: "off" as const } }),
});

const anyVm = fc
  .record({
    name: fc.constantFrom("web", "db.example.net"),
    title: fc.constantFrom(null, "A title: 100 % — ünïcode"),
    machine: fc.constantFrom("q35" as const, "i440fx" as const),
    cpu: fc.record({
      model: fc.constantFrom(
        { kind: "host-passthrough" as const },
        { kind: "maximum" as const },
        { kind: "named" as const, name: "EPYC" },
      ),
      sockets: fc.integer({ min: 1, max: 2 }),
      cores: fc.integer({ min: 1, max: 16 }),
    }),
    memory: fc.record({
      bytes: fc.integer({ min: 32, max: 4096 }).map((two) => two * 2 ** 21),
      balloon: fc.boolean(),
      hugepageBytes: fc.constantFrom(null, 2 ** 21),
    }),
    uefi: fc.boolean(),
    secureBoot: fc.boolean(),
    tpm: fc.boolean(),
    windows: fc.boolean(),
    localtime: fc.boolean(),
    hideKvm: fc.boolean(),
    disks: fc.array(disk, { maxLength: 3 }),
    cds: fc.array(fc.constantFrom(null, { kind: "file" as const, path: "/iso/a.iso" }), { maxLength: 2 }),
    networks: fc.array(nic, { maxLength: 2 }),
    card: fc.option(card, { nil: null }),
    usb: fc.boolean(),
    video: fc.constantFrom("vga" as const, "virtio" as const, "qxl" as const, "none" as const),
    flags: fc.record({
      tablet: fc.boolean(),
      serialConsole: fc.boolean(),
      guestAgent: fc.boolean(),
      randomness: fc.boolean(),
    }),
    sound: fc.constantFrom(null, "ich9" as const, "ich6" as const, "ac97" as const),
    watchdog: fc.constantFrom(
      null,
      { model: "ib700" as const, action: "pause" as const },
      {
        model: "i6300esb" as const,
      },
    ),
  })
  .map((vm): VmSpecificationInput => {
    const graphics = vm.video === "none" ? "none" : vm.video === "qxl" ? "spice" : "vnc";
    return {
      name: vm.name,
      title: vm.title,
      machine: vm.machine,
      operatingSystem: vm.windows ? "http://microsoft.com/win/11" : null,
      cpu: vm.cpu,
      memory: vm.memory,
      firmware: vm.uefi
        ? { kind: "uefi", secureBoot: vm.secureBoot && vm.machine === "q35" }
        : { kind: "bios" },
      tpm: vm.tpm && (vm.uefi || vm.machine === "q35") ? {} : null,
      features: { hideKvm: vm.hideKvm },
      clock: { offset: vm.localtime ? "localtime" : "utc" },
      disks: vm.disks.map((one, index) => ({ ...one, bootOrder: index + 1 })),
      opticalDrives: vm.cds.map((source) => ({ source, bus: vm.machine === "q35" ? "sata" : null })),
      networks: vm.networks.map((one, index) => ({ ...one, mac: `52:54:00:00:00:0${index + 1}` })),
      cards: vm.card === null ? [] : [vm.card],
      usbDevices: vm.usb
        ? [
            { kind: "product", vendorId: "046d", productId: "c52b" },
            { kind: "port", port: "1-4.2" },
          ]
        : [],
      video: vm.video,
      graphics: { kind: graphics },
      sound: vm.sound,
      watchdog: vm.watchdog,
      ...vm.flags,
    };
  });

/** What both can say. By itself Proxmox gives Windows Hyper-V, and hides KVM for a card that is the screen. */
function sayable(vm: VmSpecification) {
  const primary = vm.cards.some(({ options }) => options.primaryDisplay === true);
  const { suspendToMemory, suspendToDisk } = vm.features;
  return {
    ...vm,
    domainType: null,
    memory: { ...vm.memory, locked: null },
    features: { hideKvm: vm.features.hideKvm || primary, suspendToMemory, suspendToDisk },
    clock: vm.clock.offset,
    graphics: vm.graphics.kind,
    // Keys have no order across buses.
    disks: vm.disks
      .map(({ iothread, ...one }) => ({ ...one, iothread: iothread !== null }))
      .toSorted((one, other) => one.bus.localeCompare(other.bus)),
    // The screen is told by the host's address alone.
    cards: vm.cards.map(({ functions, options }) => ({
      addresses: functions.map(({ address }) => address),
      primary: options.primaryDisplay ?? false,
      rom: options.rom?.kind ?? null,
    })),
  };
}

test("a VM is the same behind a way to Proxmox and back, in what both can say", () => {
  fc.assert(
    fc.property(anyVm, (input) => {
      const parsed = vmSpecificationSchema.safeParse(input);
      fc.pre(parsed.success);
      if (!parsed.success) return;
      const xml = buildDomain(parsed.data, host);
      const { text } = exportDefinition(xml, "proxmox");
      const { specification } = importProxmox(text);
      expect(sayable(specification)).toEqual(sayable(withBootOrder(parsed.data)));
    }),
    { numRuns: 300 },
  );
});
