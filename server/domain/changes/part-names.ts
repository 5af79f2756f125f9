import type { Element } from "@xmldom/xmldom";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { attributeOf, childOf } from "../../xml/xml";

const partNames: Readonly<Record<string, string>> = {
  name: "name",
  title: "title",
  description: "description",
  metadata: "notes of programs",
  memory: "maximum memory",
  currentMemory: "memory",
  memoryBacking: "memory backing",
  vcpu: "vCPUs",
  iothreads: "I/O threads",
  cputune: "CPU pinning",
  numatune: "NUMA placement",
  os: "firmware and boot",
  features: "features",
  cpu: "CPU",
  clock: "clock",
  pm: "power management",
  on_poweroff: "what follows a shutdown",
  on_reboot: "what follows a reboot",
  on_crash: "what follows a crash",
  "qemu:commandline": "QEMU arguments",
};

const deviceWords: Readonly<Record<string, string>> = {
  interface: "network interface",
  hostdev: "host device",
  tpm: "TPM",
  rng: "random numbers",
  memballoon: "memory balloon",
  filesystem: "shared folder",
  graphics: "screen",
  video: "display",
  redirdev: "USB redirection",
  iommu: "IOMMU",
  vsock: "VSOCK",
};

/** What people call a child of `<domain>`: "maximum memory". */
export function partName({ nodeName }: Element): string {
  return partNames[nodeName] ?? `<${nodeName}>`;
}

/** What people call a child of `<devices>`: "disk vda". */
export function deviceName(device: Element): string {
  const word = deviceWords[device.nodeName] ?? device.nodeName;
  const mark = deviceMark(device);
  return mark === null ? word : `${word} ${mark}`;
}

/** What a device is known by, among those of its kind; null where there is no such thing. */
export function deviceMark(device: Element): string | null {
  const target = childOf(device, "target");
  switch (device.nodeName) {
    case "disk":
      return attributeOf(target, "dev");
    case "interface":
      return attributeOf(childOf(device, "mac"), "address");
    case "hostdev":
      return hostAddress(device) ?? attributeOf(device, "type");
    case "filesystem":
      return attributeOf(target, "dir");
    case "channel":
      return attributeOf(target, "name");
    case "controller":
      return [attributeOf(device, "type"), attributeOf(device, "index")].filter(Boolean).join(" ");
    default:
      return attributeOf(device, "type");
  }
}

function hostAddress(device: Element): string | null {
  const place =
    attributeOf(device, "type") === "pci" ? readPciAddress(childOf(device, "source", "address")) : null;
  return place === null ? null : pciAddressText(place);
}
