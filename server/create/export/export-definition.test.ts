import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { AppError } from "../../errors";
import { buildDomain } from "../build-domain";
import { everything } from "../everything.test-data";
import { exportFormats } from "../export-format.schema";
import { vmSpecificationSchema } from "../vm-specification.schema";
import { exportDefinition } from "./export-definition";
import { manifestSchema } from "./kubevirt/crds.test-data";

const xml = buildDomain(vmSpecificationSchema.parse(everything), { architecture: "x86_64", kvm: true });
const facts = {
  autostart: true,
  volumes: new Map([["default/everything.qcow2", { path: "/images/everything.qcow2", bytes: 2 ** 30 }]]),
  pciIds: new Map([
    ["0000:01:00.0", { vendorId: "10de", deviceId: "2204" }],
    ["0000:01:00.1", { vendorId: "10de", deviceId: "1aef" }],
  ]),
};

function manifestsOf(text: string) {
  return parseAllDocuments(text).map((document) => manifestSchema.parse(document.toJS()));
}

describe("a definition as Proxmox's configuration", () => {
  const { text, notes, fileName } = exportDefinition(xml, "proxmox", facts);
  const lines = text.split("\n").filter((line) => !line.startsWith("#"));

  test("says what Proxmox can say", () => {
    expect(fileName).toBe("everything.conf");
    expect(text.startsWith("#A VM with everything\n")).toBe(true);
    for (const line of [
      "machine: q35,enable-s3=0,enable-s4=0",
      "bios: ovmf",
      "cpu: host,hidden=1,hv-vendor-id=passdeck",
      "cores: 4",
      "hugepages: 2",
      "onboot: 1",
      "virtio0: /images/everything.qcow2,format=qcow2,aio=native,discard=on,iothread=1,serial=abc",
      "scsi0: /dev/vg/everything,cache=writeback",
      "sata0: /iso/installation.iso,media=cdrom",
      "sata1: none,media=cdrom",
      "net0: virtio=52:54:00:00:00:01",
      "hostpci0: 0000:01:00.0;0000:01:00.1,pcie=1",
      "usb0: host=046d:c52b",
      "ostype: win10",
    ])
      expect(lines).toContain(line);
  });

  test("tells at its top, and apart, what Proxmox can't say", () => {
    const told = notes.join("\n");
    for (const words of [
      "<cputune> of the definition is not exported.",
      "<filesystem> of the definition is not exported.",
      "<filterref> in <interface> of the definition is not exported.",
      "<locked> in <memoryBacking> of the definition is not exported.",
      "qm disk import VMID /images/everything.qcow2 STORAGE",
      "--efidisk0 STORAGE:0,efitype=4m,pre-enrolled-keys=1",
      "the USB device at bus 1, device 2 is left out",
      "net2 is on vmbr0 in place of direct eth0.",
    ])
      expect(told).toContain(words);
    expect(text.split("\n").filter((line) => line.startsWith("#- "))).toHaveLength(notes.length);
  });

  test("a volume whose path is not known is left out, and told", () => {
    const alone = exportDefinition(xml, "proxmox");
    expect(alone.text).not.toContain("virtio0:");
    expect(alone.notes.join("\n")).toContain("default/everything.qcow2 of a pool");
  });
});

describe("a definition as KubeVirt's manifests", () => {
  const { text, notes, fileName } = exportDefinition(xml, "kubevirt", facts);

  test("are what the CRDs take", () => {
    const manifests = manifestsOf(text);
    expect(fileName).toBe("everything.yaml");
    expect(manifests.map(({ kind }) => kind)).toEqual([
      "DataVolume",
      "DataVolume",
      "DataVolume",
      "VirtualMachine",
      "KubeVirt",
    ]);
    expect(manifests).toContainEqual(
      expect.objectContaining({
        kind: "DataVolume",
        metadata: { name: "everything-disk-0" },
        spec: expect.objectContaining({ storage: { resources: { requests: { storage: "1Gi" } } } }),
      }),
    );
  });

  test("hand over devices by what they are, and permit them", () => {
    const manifests = manifestsOf(text);
    const machine = manifests.find((one) => one.kind === "VirtualMachine");
    expect(machine?.spec.template.spec.domain.devices.hostDevices).toEqual([
      { name: "host-0", deviceName: "devices.kubevirt.io/10de-2204" },
      { name: "host-1", deviceName: "devices.kubevirt.io/10de-1aef" },
      { name: "host-2", deviceName: "devices.kubevirt.io/usb-046d-c52b" },
    ]);
    const patch = manifests.find((one) => one.kind === "KubeVirt");
    expect(patch?.spec.configuration.permittedHostDevices).toEqual({
      pciHostDevices: [
        { pciVendorSelector: "10DE:2204", resourceName: "devices.kubevirt.io/10de-2204" },
        { pciVendorSelector: "10DE:1AEF", resourceName: "devices.kubevirt.io/10de-1aef" },
      ],
      usb: [
        {
          resourceName: "devices.kubevirt.io/usb-046d-c52b",
          selectors: [{ vendor: "046d", product: "c52b" }],
        },
      ],
    });
  });

  test("tell what KubeVirt can't say", () => {
    const told = notes.join("\n");
    for (const words of [
      "virtctl image-upload dv everything-disk-0 --no-create --image-path /images/everything.qcow2",
      "The empty CD drive sdc is left out",
      "the USB device in port 1-4.2 is left out",
      "KubeVirt has no SPICE",
      "<cputune> of the definition is not exported.",
    ])
      expect(told).toContain(words);
    for (const note of notes) expect(text).toContain(`# - ${note}\n`);
  });

  test("no device is handed over that is not known", () => {
    const alone = exportDefinition(xml, "kubevirt");
    expect(alone.notes).toContain("0000:01:00.0 is left out: which device it is could not be read.");
    expect(manifestsOf(alone.text).find(({ kind }) => kind === "VirtualMachine")).toBeDefined();
  });
});

test("whatever stands in a definition, one line stays one line, and manifests are manifests", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  const odd = fc.oneof(
    text,
    fc.constantFrom("a\nb: c", "a,b=c", "---", "#x", "\u2028", "{}", "-1", "99999999999"),
  );
  const attribute = odd.map((value) => value.replaceAll(/[<>&"\p{Cc}\p{Cs}\ufffe\uffff]/gu, "_"));
  const values = fc.array(attribute, { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(values, (given) => {
      const [name, title, file, bus, mac, bridge, model, cores, memory, order, serial, target, machine, dog] =
        given;
      const definition = `<domain type="kvm"><name>${name}</name><title>${title}</title>
        <memory unit="MiB">${memory}</memory><vcpu>${cores}</vcpu><os><type machine="${machine}">hvm</type></os>
        <cpu mode="custom"><model>${model}</model><topology sockets="${cores}" cores="${order}" threads="1"/></cpu>
        <devices><disk type="file" device="disk"><source file="${file}"/><target dev="${target}" bus="${bus}"/>
        <serial>${serial}</serial><boot order="${order}"/></disk><interface type="bridge"><mac address="${mac}"/>
        <source bridge="${bridge}"/><model type="${model}"/></interface><watchdog model="${dog}"/>
        <video><model type="${model}"/></video><${"odd"}/></devices></domain>`;
      for (const format of exportFormats) {
        try {
          const exported = exportDefinition(definition, format, facts);
          const lines = exported.text.trimEnd().split("\n");
          if (format === "proxmox") for (const line of lines) expect(line).toMatch(/^(#|[a-z]+[0-9]*: )/);
          else for (const document of parseAllDocuments(exported.text)) expect(document.errors).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }
    }),
    { numRuns: 300 },
  );
});
