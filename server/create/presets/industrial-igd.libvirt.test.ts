import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import { Connection } from "../../libvirt/connection";
import { unixDialer } from "../../libvirt/dial/unix";
import { buildElement } from "../../xml/build-element";
import { insertElementBefore } from "../../xml/white-space";
import { childOf, parseXml, serializeXml } from "../../xml/xml";
import { buildDomain } from "../build-domain";
import type { QemuOption } from "../qemu-command/option";
import { qemuCallOf } from "../qemu-command/option-list";
import { parseValue } from "../qemu-command/properties";
import { recommendedCommand } from "../recommended-command.test-data";
import { type VmSpecificationInput, vmSpecificationSchema } from "../vm-specification.schema";
import { withPreset } from "./apply-preset.schema";
import { presetTable } from "./preset-table.schema";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the user of the preset adds, as the command has it. */
const chosen: VmSpecificationInput = {
  name: "plc",
  cpu: { cores: 4 },
  memory: { bytes: 4 * 2 ** 30 },
  disks: [{ source: { kind: "file", path: "/srv/windows.img", format: "raw" } }],
  networks: [{ source: { kind: "bridge", bridge: "br0" } }],
  cards: [
    { functions: [{ address: "0000:00:14.0" }] },
    { functions: [{ address: "0000:00:1f.6" }] },
    { functions: [{ address: "0000:00:02.0", class: "030000" }] },
  ],
};

/** As a shell script has it. */
const variable = (name: string) => `$${"{"}${name}}`;

interface Argument {
  name: string;
  properties: Record<string, string>;
}

/** Each argument of Intel's, and those of libvirt's that do the same. */
const counterparts: Readonly<Record<string, readonly Argument[]>> = {
  "-nodefaults": [{ name: "nodefaults", properties: {} }],
  "-serial mon:stdio": [
    { name: "chardev", properties: { kind: "pty", id: "charserial0" } },
    { name: "device", properties: { kind: "isa-serial", chardev: "charserial0" } },
    { name: "mon", properties: { chardev: "charmonitor", mode: "control" } },
  ],
  "-name plc,debug-threads=on": [{ name: "name", properties: { guest: "plc", "debug-threads": "on" } }],
  "-machine kernel_irqchip=on": [{ name: "machine", properties: { kernel_irqchip: "on" } }],
  "-enable-kvm": [{ name: "accel", properties: { kind: "kvm" } }],
  "-bios OVMF.fd": [{ name: "bios", properties: { kind: "/srv/OVMF.fd" } }],
  "-cpu host,hv_time": [{ name: "cpu", properties: { kind: "host", "hv-time": "on" } }],
  "-smp 4": [{ name: "smp", properties: { kind: "4" } }],
  "-m 4G": [{ name: "m", properties: { kind: "4096" } }],
  "-mem-prealloc": [{ name: "object", properties: { kind: "memory-backend-file", prealloc: "on" } }],
  "-mem-path /dev/hugepages": [
    { name: "machine", properties: { "memory-backend": "pc.ram" } },
    { name: "object", properties: { id: "pc.ram", size: String(4 * 2 ** 30) } },
  ],
  "-device vfio-pci,host=0000:00:14.0": [
    { name: "device", properties: { kind: "vfio-pci", host: "0000:00:14.0" } },
  ],
  "-device vfio-pci,host=0000:00:1f.6": [
    { name: "device", properties: { kind: "vfio-pci", host: "0000:00:1f.6" } },
  ],
  "-device vfio-pci,host=00:02.0,x-igd-gms=2,id=hostdev0,x-igd-opregion=on": [
    {
      name: "device",
      properties: { kind: "vfio-pci", host: "0000:00:02.0", "x-igd-gms": "2", "x-igd-opregion": "on" },
    },
  ],
  "-object iothread,id=io1": [{ name: "object", properties: { kind: "iothread", id: "iothread1" } }],
  "-device virtio-blk-pci,drive=disk0,iothread=io1": [
    {
      name: "device",
      properties: { kind: "virtio-blk-pci", drive: "libvirt-1-format", iothread: "iothread1" },
    },
  ],
  "-drive if=none,id=disk0,format=raw,aio=threads,file=/srv/windows.img": [
    {
      name: "blockdev",
      properties: {
        kind: "file",
        "node-name": "libvirt-1-storage",
        filename: "/srv/windows.img",
        aio: "threads",
      },
    },
    {
      name: "blockdev",
      properties: {
        kind: "raw",
        "node-name": "libvirt-1-format",
        file: "libvirt-1-storage",
        "read-only": "off",
      },
    },
  ],
  "-netdev tap,id=net0,ifname=tap0,script=/etc/bridge.sh": [
    { name: "netdev", properties: { kind: "tap", id: "hostnet0" } },
  ],
  "-device virtio-net-pci,netdev=net0": [
    { name: "device", properties: { kind: "virtio-net-pci", netdev: "hostnet0" } },
  ],
  "-global PIIX4_PM.disable_s3=1": [{ name: "global", properties: { "PIIX4_PM.disable_s3": "1" } }],
  "-global PIIX4_PM.disable_s4=1": [{ name: "global", properties: { "PIIX4_PM.disable_s4": "1" } }],
};

/** libvirt gives QEMU's arguments only for what its host can do; where it can't, the other presets are tried all the same. */
const canHaveIt = existsSync("/dev/kvm") && existsSync("/sys/kernel/mm/hugepages/hugepages-1048576kB");

describe.runIf(canHaveIt)("the preset for industrial Windows, as libvirt gives it to QEMU", () => {
  let libvirtd: PrivateLibvirtd;
  let connection: Connection;

  beforeAll(async () => {
    libvirtd = await startPrivateLibvirtd({ namespace: { prepare: ["sh", here("testing/huge-pages.sh")] } });
    connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  });
  afterAll(async () => {
    await connection?.close();
    await libvirtd?.stop();
  });

  const nativeArguments = async (change: Partial<VmSpecificationInput>): Promise<QemuOption[]> => {
    const given = withPreset(presetTable["industrial-igd"], { ...chosen, ...change });
    const xml = buildDomain(vmSpecificationSchema.parse(given), { architecture: "x86_64", kvm: true });
    const { nativeConfig } = await connection.call("connect_domain_xml_to_native", {
      nativeFormat: "qemu-argv",
      domainXml: withVfioNamed(xml),
      flags: 0,
    });
    return qemuCallOf(nativeConfig).options;
  };

  test("has every argument of Intel's, with the same values", async () => {
    const native = (await nativeArguments({ firmware: { kind: "rom-file", path: "/srv/OVMF.fd" } })).map(
      readArgument,
    );
    for (const option of qemuCallOf(recommendedCommand).options) {
      const expected = counterparts[option.text];
      expect(expected, option.text).toBeDefined();
      for (const { name, properties } of expected ?? []) {
        expect(native, option.text).toContainEqual({
          name,
          properties: expect.objectContaining(properties),
        });
      }
    }
  });

  test("adds no device to Intel's", async () => {
    const kinds = (options: QemuOption[]) =>
      options
        .map(readArgument)
        .flatMap(({ name, properties }) => (name === "device" ? (properties.kind ?? "") : []))
        .sort();
    const ours = kinds(await nativeArguments({}));
    expect(ours).toEqual([...kinds(qemuCallOf(recommendedCommand).options), "isa-serial"].sort());
  });

  test("uses the UEFI firmware that is installed where none is named", async () => {
    const native = (await nativeArguments({})).map(readArgument);
    expect(native.some(({ name }) => name === "bios")).toBe(false);
    expect(native).toContainEqual({
      name: "machine",
      properties: expect.objectContaining({ pflash0: expect.any(String), pflash1: expect.any(String) }),
    });
  });
});

test("the preset for industrial Windows is told in the documentation, argument by argument", () => {
  const page = readFileSync(here("../../../docs/industrial-igd.md"), "utf8");
  const general = (text: string) =>
    text
      .replace("-name plc", `-name ${variable("vm_name")}`)
      .replace("-smp 4", `-smp ${variable("vcpu_num")}`)
      .replace("-m 4G", `-m ${variable("mem_size")}`)
      .replace("0000:00:14.0", variable("pci_BDF_1"))
      .replace("0000:00:1f.6", variable("pci_BDF_2"))
      .replace("/srv/windows.img", variable("vm_image"))
      .replace("/etc/bridge.sh", variable("BRIDGE_SCRIPT"));
  for (const option of qemuCallOf(recommendedCommand).options) {
    expect(page).toContain(`| \`${general(option.text)}\``);
  }
});

function readArgument({ name, value }: QemuOption): Argument {
  const { kind, properties } = parseValue(value ?? "");
  const values = Object.fromEntries(properties.map((property) => [property.name, property.value]));
  return { name, properties: { ...values, ...(kind ? { kind } : {}) } };
}

/** libvirt finds out that devices are for VFIO when it starts a VM; for arguments alone it wants it said. */
function withVfioNamed(xml: string): string {
  const document = parseXml(xml);
  for (const { element } of hostPciDevices(document)) {
    const source = childOf(element, "source");
    if (source === null) throw new Error("a host device without a source");
    insertElementBefore(
      element,
      buildElement(document, { name: "driver", attributes: { name: "vfio" } }),
      source,
    );
  }
  return serializeXml(document);
}
