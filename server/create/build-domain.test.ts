import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDefinition } from "../domain/definition";
import { schemaProblems } from "../domain/validate/schema-problems";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { childOf, childrenOf, parseXml } from "../xml/xml";
import { buildDomain } from "./build-domain";
import { everything } from "./everything.test-data";
import { type VmSpecificationInput, vmSpecificationSchema } from "./vm-specification.schema";

const host = { architecture: "x86_64", kvm: true };
const build = (input: VmSpecificationInput, on = host) => buildDomain(vmSpecificationSchema.parse(input), on);

describe("a definition built of a specification", () => {
  test("has everything that was asked for, and fits libvirt's schema", async () => {
    const xml = build(everything);
    expect(await schemaProblems(xml, schemasHere)).toEqual([]);
    expect(readDefinition(xml)).toMatchObject({
      name: "everything",
      title: "A VM with everything",
      vcpus: 4,
      memoryBytes: 4 * 2 ** 30,
      firmware: "uefi",
      passthrough: ["0000:01:00.0", "0000:01:00.1"],
      graphics: ["spice"],
      hasSerialConsole: true,
    });
    expect(readDefinition(xml).disks.map(({ target, bus }) => `${target} ${bus}`)).toEqual([
      "vda virtio",
      "sda scsi",
      "sdb sata",
      "sdc sata",
    ]);
    for (const part of [
      '<vcpupin vcpu="0" cpuset="1"/>',
      '<emulatorpin cpuset="0"/>',
      '<iothreadpin iothread="1" cpuset="0"/>',
      '<page size="2048" unit="KiB"/>',
      '<access mode="shared"/>',
      '<memory mode="strict" nodeset="0"/>',
      '<feature enabled="yes" name="secure-boot"/>',
      '<smm state="on"/>',
      '<backend type="emulator" version="2.0"/>',
      '<driver name="qemu" type="qcow2" cache="none" io="native" discard="unmap" iothread="1"/>',
      "<serial>abc</serial>",
      '<filterref filter="clean-traffic"/>',
      '<source dev="eth0" mode="bridge"/>',
      '<vendor id="0x046d"/>',
      '<watchdog model="i6300esb" action="reset"/>',
      '<driver type="virtiofs"/>',
      '<libosinfo:os id="http://debian.org/debian/12"/>',
    ])
      expect(xml).toContain(part);
  });

  test("is for KVM only where the host has it for that architecture", () => {
    const typeOf = (input: VmSpecificationInput, on = host) =>
      parseXml(build(input, on)).documentElement?.getAttribute("type");
    expect(typeOf({ name: "a" })).toBe("kvm");
    expect(typeOf({ name: "a" }, { ...host, kvm: false })).toBe("qemu");
    expect(typeOf({ name: "a", machine: "virt" })).toBe("qemu");
    expect(typeOf({ name: "a", machine: "virt" }, { architecture: "aarch64", kvm: true })).toBe("kvm");
    expect(typeOf({ name: "a", domainType: "qemu" })).toBe("qemu");
    expect(build({ name: "a" }, { ...host, kvm: false })).toContain('<cpu mode="maximum">');
  });

  test("starts from disks before CDs, and from the network where there is neither", () => {
    const orders = (input: VmSpecificationInput) =>
      childrenOf(childOf(parseXml(build(input)).documentElement, "devices")).flatMap((device) => {
        const order = childOf(device, "boot")?.getAttribute("order");
        return order ? [`${device.nodeName} ${order}`] : [];
      });
    const networks = [{ source: { kind: "network", network: "default" } }] as const;
    expect(orders({ ...everything, networks: [...networks] })).toEqual([
      "disk 1",
      "disk 2",
      "disk 3",
      "disk 4",
    ]);
    expect(orders({ name: "a", networks: [...networks] })).toEqual(["interface 1"]);
    expect(
      orders({ name: "a", opticalDrives: [{ source: null, bootOrder: 1 }], networks: [...networks] }),
    ).toEqual(["disk 1"]);
  });

  test("keeps ports free on PCI Express", () => {
    const ports = (input: VmSpecificationInput) => build(input).split('model="pcie-root-port"').length - 1;
    expect(ports({ name: "a", machine: "i440fx" })).toBe(0);
    const one = ports({ name: "a" });
    expect(ports({ name: "a", networks: [{ source: { kind: "bridge", bridge: "br0" } }] })).toBe(one + 1);
  });

  test("escapes what users write", () => {
    const title = `"><&'`;
    expect(readDefinition(build({ name: "a", title })).title).toBe(title);
  });

  test("fits the schema whatever is chosen", async () => {
    const choices = fc.record({
      name: fc.constant("vm"),
      machine: fc.constantFrom("q35", "i440fx"),
      domainType: fc.constantFrom("automatic", "qemu"),
      cpu: fc.record({
        sockets: fc.integer({ min: 1, max: 4 }),
        cores: fc.integer({ min: 1, max: 8 }),
        threads: fc.constantFrom(1, 2),
      }),
      firmware: fc.constantFrom(
        { kind: "bios" },
        { kind: "uefi" },
        { kind: "rom-file", path: "/a.fd" },
        { kind: "flash-files", code: "/c", variablesTemplate: "/v" },
      ),
      graphics: fc.record({ kind: fc.constantFrom("vnc", "spice"), gl: fc.boolean() }),
      video: fc.constantFrom(null, "virtio", "qxl", "vga", "bochs", "cirrus"),
      sound: fc.constantFrom(null, "ich9", "ac97"),
      disks: fc.array(
        fc.record({
          source: fc.constant({ kind: "file", path: "/a b&c.img", format: "raw" }),
          bus: fc.constantFrom("virtio", "scsi", "usb"),
          cache: fc.constantFrom("default", "none", "unsafe"),
          discard: fc.constantFrom("default", "unmap", "ignore"),
        }),
        { maxLength: 4 },
      ),
      tablet: fc.boolean(),
      serialConsole: fc.boolean(),
      guestAgent: fc.boolean(),
      randomness: fc.boolean(),
      clock: fc.record({ offset: fc.constantFrom("utc", "localtime"), hypervClock: fc.boolean() }),
    });
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        expect(
          await schemaProblems(buildDomain(vmSpecificationSchema.parse(choice), host), schemasHere),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a specification", () => {
  test.each<[string, Record<string, unknown>]>([
    ["begins with no dash", { name: "-rf" }],
    ["has no slash", { name: "a\nb" }],
    ["vCPUs are too many", { cpu: { sockets: 64, cores: 64 } }],
    ["There is no vCPU 2", { cpu: { pins: [{ vcpu: 2, cpus: "0" }] } }],
    ["CPUs are written", { cpu: { pins: [{ vcpu: 0, cpus: "0;reboot" }] } }],
    ["Too small", { memory: { bytes: 2 ** 20 } }],
    ["Too big", { memory: { bytes: 2 ** 50 } }],
    ["multiple of the huge page size", { memory: { bytes: 3 * 2 ** 28, hugepageBytes: 2 ** 30 } }],
    ['I/O mode "native"', { disks: [{ source: { kind: "block", path: "/dev/a" }, io: "native" }] }],
    [
      "Only virtio disks",
      { disks: [{ source: { kind: "block", path: "/dev/a" }, bus: "scsi", iothread: 1 }] },
    ],
    ["has no IDE", { disks: [{ source: { kind: "block", path: "/dev/a" }, bus: "ide" }] }],
    ["absolute path", { disks: [{ source: { kind: "block", path: "a" } }] }],
    ['no ".."', { disks: [{ source: { kind: "block", path: "/dev/../etc" } }] }],
    [
      "its first byte is even",
      { networks: [{ source: { kind: "bridge", bridge: "br0" }, mac: "53:54:00:00:00:00" }] },
    ],
    [
      "don't work with macvtap",
      { networks: [{ source: { kind: "macvtap", device: "eth0" }, filter: "clean-traffic" }] },
    ],
    ["Secure Boot needs", { machine: "i440fx", firmware: { kind: "uefi", secureBoot: true } }],
    ["has no BIOS", { machine: "virt", firmware: { kind: "bios" } }],
    ["synic needs vpindex", { features: { hyperv: ["synic"] } }],
    ["given twice", { cards: [{ functions: [{ address: "0000:01:00.0" }, { address: "0000:01:00.0" }] }] }],
    [
      "Boot order 1 is used twice",
      {
        opticalDrives: [
          { source: null, bootOrder: 1 },
          { source: null, bootOrder: 1 },
        ],
      },
    ],
    [
      "Two new disks have the name default/a",
      {
        disks: Array.from({ length: 2 }, () => ({
          source: { kind: "new-volume" as const, pool: "default", volume: "a", bytes: 2 ** 20 },
        })),
      },
    ],
    ["Unrecognized key", { wheels: 4 }],
  ])("is refused where %s", (reason, change) => {
    const result = vmSpecificationSchema.safeParse({ name: "vm", ...change });
    expect(result.error?.issues.map(({ message }) => message).join(" ")).toContain(reason);
  });
});
