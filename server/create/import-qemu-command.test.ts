import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "../domain/validate/schema-problems";
import { AppError } from "../errors";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { buildDomain } from "./build-domain";
import { importQemuCommand } from "./import-qemu-command";
import { recommendedCommand } from "./recommended-command.test-data";

describe("a QEMU command line", () => {
  test("becomes a specification, with what could not come along", () => {
    const { specification, notes } = importQemuCommand(recommendedCommand, { hugepageBytes: 2 ** 30 });
    expect(specification).toMatchObject({
      name: "plc",
      machine: "i440fx",
      domainType: "kvm",
      firmware: { kind: "uefi" },
      cpu: { model: { kind: "host-passthrough" }, sockets: 1, cores: 4, threads: 1 },
      memory: { bytes: 4 * 2 ** 30, hugepageBytes: 2 ** 30, balloon: false },
      features: { kernelIrqchip: true, suspendToMemory: false, suspendToDisk: false },
      clock: { hypervClock: true },
      disks: [
        {
          source: { kind: "file", path: "/srv/windows.img", format: "raw" },
          bus: "virtio",
          io: "threads",
          iothread: 1,
        },
      ],
      networks: [{ source: { kind: "bridge", bridge: "br0" }, model: "virtio" }],
      graphics: { kind: "none" },
      tablet: false,
      serialConsole: true,
    });
    expect(specification.cards.map(({ functions }) => functions[0]?.address)).toEqual([
      "0000:00:14.0",
      "0000:00:1f.6",
      "0000:00:02.0",
    ]);
    expect(specification.cards[2]?.options.quirks).toEqual(["intel-igd-opregion", "intel-igd-memory"]);
    expect(notes.map(({ argument }) => argument)).toEqual([
      "-bios OVMF.fd",
      "-netdev tap,id=net0,ifname=tap0,script=/etc/bridge.sh",
    ]);
  });

  test("gives a definition that libvirt's schema takes", async () => {
    const { specification } = importQemuCommand(recommendedCommand);
    const xml = buildDomain(specification, { architecture: "x86_64", kvm: true });
    expect(await schemaProblems(xml, schemasHere)).toEqual([]);
  });

  test("leaves placeholders to be filled in, and says so", () => {
    const placeholders = [
      "-name $VM_NAME,debug-threads=on",
      "-smp $VCPUS",
      "-m $MEMORY",
      "-drive file=$IMAGE,if=virtio",
    ];
    const card = "-device vfio-pci,host=$CARD";
    const { specification, notes } = importQemuCommand(
      ["qemu-system-x86_64", card, ...placeholders].join(" "),
    );
    expect(specification).toMatchObject({ name: "imported", cards: [], disks: [] });
    expect(notes.map(({ argument }) => argument)).toEqual([...placeholders, card]);
  });

  test("understands older ways of saying it", () => {
    const { specification, notes } = importQemuCommand(`/usr/bin/kvm -M pc-0.12 -m 1024
      -smp 1,sockets=1,cores=1,threads=1 \\
      -mon chardev=monitor,mode=readline \\
      -drive file=fedora13.img,if=none,id=drive-virtio-disk0,boot=on,format=raw \\
      -device virtio-blk-pci,bus=pci.0,addr=0x4,drive=drive-virtio-disk0,id=virtio-disk0 \\
      -device virtio-net-pci,vlan=0,id=net0,mac=52:54:00:f5:7a:c9 -net tap,fd=46,vlan=0,name=hostnet0`);
    expect(specification).toMatchObject({
      machine: "i440fx",
      memory: { bytes: 2 ** 30 },
      disks: [{ source: { path: "/var/lib/libvirt/images/fedora13.img" }, bus: "virtio" }],
      graphics: { kind: "vnc" },
      networks: [{ source: { kind: "bridge", bridge: "br0" } }],
    });
    expect(notes.map(({ reason }) => reason)).toContain("There is no -netdev .");
  });

  test("reads quotes, doubled commas, JSON and chains of block devices", () => {
    const { specification } = importQemuCommand(
      `qemu-system-x86_64 -name 'my vm' -machine q35,smm=on -m size=2G -cpu max,kvm=off,hv_vendor_id=abc,hv-relaxed=on
       -blockdev '{"driver":"file","filename":"/a, b.qcow2","node-name":"file0","aio":"native"}'
       -blockdev '{"node-name":"disk0","driver":"qcow2","file":"file0"}'
       -device '{"driver":"virtio-blk-pci","drive":"disk0","serial":"one"}'
       -drive "if=none,id=cd,media=cdrom,file=/iso/a,,b.iso" -device ide-cd,drive=cd
       -device usb-host,vendorid=0x046d,productid=0xc52b -device vfio-pci,host=01:00.1 -device vfio-pci,host=01:00.0,x-vga=on,romfile=/rom`,
    );
    expect(specification).toMatchObject({
      name: "my vm",
      machine: "q35",
      features: { hideKvm: true, hypervisorName: "abc", hyperv: ["relaxed"] },
      opticalDrives: [{ source: { kind: "file", path: "/iso/a,b.iso" } }],
      usbDevices: [{ kind: "product", vendorId: "046d", productId: "c52b" }],
      cards: [
        {
          functions: [{ address: "0000:01:00.1" }, { address: "0000:01:00.0" }],
          options: { primaryDisplay: true, rom: { kind: "file", path: "/rom" } },
        },
      ],
    });
  });

  test("leaves out what contradicts itself, with the reason", () => {
    const { specification, notes } = importQemuCommand(
      "kvm -m 2G -drive if=virtio,file=/a.img,aio=native -watchdog i6300esb",
    );
    expect(specification.disks).toEqual([]);
    expect(notes).toEqual([
      { argument: "-watchdog i6300esb", reason: "Passdeck does not know this option." },
      { argument: "disks.0.io", reason: expect.stringContaining('"none" or "directsync"') },
    ]);
  });

  test("refuses what calls no QEMU", () => {
    for (const text of ["", "rm -rf /", "qemu-img create a.qcow2 1G"]) {
      expect(() => importQemuCommand(text)).toThrow(AppError);
    }
    expect(() => importQemuCommand("qemu-system-x86_64 -name 'open")).toThrow("not closed");
  });

  test("either becomes a specification or is refused, whatever is in it", () => {
    const names =
      "name machine cpu smp m bios global drive blockdev device netdev nic object vnc hda net".split(" ");
    const word = fc.constantFrom(
      "none",
      "kvm",
      "vfio-pci",
      "virtio-blk-pci",
      "iothread",
      "-1",
      "99999",
      "/a",
      "{}",
      "",
    );
    const property = fc.tuple(
      fc.constantFrom(
        "id",
        "if",
        "file",
        "drive",
        "host",
        "netdev",
        "node-name",
        "serial",
        "mac",
        "cache",
        "aio",
        "iothread",
      ),
      word,
    );
    const value = fc
      .tuple(word, fc.array(property, { maxLength: 4 }))
      .map(([first, rest]) => [first, ...rest.map(([name, setting]) => `${name}=${setting}`)].join(","));
    const options = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(value, fc.string())), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(options, (given) => {
        const text = ["kvm", ...given.map(([name, setting]) => `-${name} ${setting}`)].join(" ");
        try {
          const { specification } = importQemuCommand(text);
          expect(buildDomain(specification, { architecture: "x86_64", kvm: true })).toContain("<domain");
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
