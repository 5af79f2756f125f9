import type { Element } from "@xmldom/xmldom";
import { sizeOf } from "../units/memory-size";
import { readNumber } from "../units/read-number";
import { problemOf } from "../xml/problem-of";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml/xml";
import { domainOf } from "./edit/domain-root";
import { hostAddressesNamedIn } from "./host-addresses-named-in";
import type { HandedDevice } from "./host-devices/host-device.schema";
import { handedDevices } from "./host-devices/read-host-devices";
import { readLabels } from "./labels";
import { readNamedDevices } from "./named-devices";
import { isTemplate } from "./template";

/** A typed view of the parts of a domain's XML that Passdeck shows (https://libvirt.org/formatdomain.html). */
export interface VmDefinition {
  name: string;
  title: string | null;
  vcpus: number;
  memoryBytes: number;
  maximumMemoryBytes: number;
  firmware: "uefi" | "bios";
  machine: string;
  architecture: string;
  disks: DiskDefinition[];
  interfaces: InterfaceDefinition[];
  /** What it hands over of the host, in whichever form, in the definition's order. */
  hostDevices: HandedDevice[];
  /** The PCI functions among that: "0000:01:00.0". */
  passthrough: string[];
  /** The named devices that it asks for at each start; one that it wants twice stands there twice. */
  namedDevices: string[];
  hasSerialConsole: boolean;
  graphics: string[];
  guestAgent: "connected" | "disconnected" | "none";
  /** Marked as one that others are cloned from. */
  template: boolean;
  tags: string[];
  /** null: in none. */
  folder: string | null;
  /** What is wrong with a definition that can't be read, of which all else is empty; null of any other. */
  unreadable: { problem: string } | null;
}

export interface DiskDefinition {
  target: string;
  device: "disk" | "cdrom" | "floppy" | "lun";
  bus: string | null;
  source: string | null;
  readOnly: boolean;
}

export interface InterfaceDefinition {
  mac: string;
  source: string;
  model: string | null;
  filter: string | null;
}

/** As {@link parseDefinition}; of a text that can't be read a definition that says so. Never throws. */
export function readDefinition(xml: string): VmDefinition {
  try {
    return parseDefinition(xml);
  } catch (error) {
    return unreadableDefinition(xml, problemOf(error));
  }
}

/**
 * What is shown of a definition that can't be read. The host's devices that its text names count as handed to the VM, so
 * that no verdict calls them free.
 */
export function unreadableDefinition(xml: string, problem: string): VmDefinition {
  const passthrough = hostAddressesNamedIn(xml);
  return {
    name: "",
    title: null,
    vcpus: 0,
    memoryBytes: 0,
    maximumMemoryBytes: 0,
    firmware: "bios",
    machine: "",
    architecture: "",
    disks: [],
    interfaces: [],
    hostDevices: passthrough.map(namedInText),
    passthrough,
    namedDevices: [],
    hasSerialConsole: false,
    graphics: [],
    guestAgent: "none",
    template: false,
    tags: [],
    folder: null,
    unreadable: { problem },
  };
}

function namedInText(address: string): HandedDevice {
  return { source: { bus: "pci", address }, managed: false, optional: false, shareable: false };
}

/** Reads a domain's XML. Unknown elements are passed over; a text that is no domain's XML is an AppError "bad-input". */
export function parseDefinition(xml: string): VmDefinition {
  const document = parseXml(xml);
  const domain = domainOf(document);
  const devices = childOf(domain, "devices");
  const os = childOf(domain, "os");
  const type = childOf(os, "type");
  const maximumMemoryBytes = bytesOf(childOf(domain, "memory"));
  const vcpu = childOf(domain, "vcpu");
  const handed = handedDevices(document);
  return {
    name: textOf(childOf(domain, "name")) ?? "",
    title: textOf(childOf(domain, "title")),
    vcpus: readNumber(attributeOf(vcpu, "current") ?? textOf(vcpu) ?? "1") ?? 1,
    memoryBytes: bytesOf(childOf(domain, "currentMemory")) || maximumMemoryBytes,
    maximumMemoryBytes,
    firmware: isUefi(os) ? "uefi" : "bios",
    machine: attributeOf(type, "machine") ?? "",
    architecture: attributeOf(type, "arch") ?? "",
    disks: childrenOf(devices, "disk").map(readDisk),
    interfaces: childrenOf(devices, "interface").map(readInterface),
    hostDevices: handed,
    passthrough: handed.flatMap(({ source }) => (source.bus === "pci" ? source.address : [])),
    namedDevices: readNamedDevices(document).map(({ name }) => name),
    hasSerialConsole: hasSerialConsole(devices),
    graphics: childrenOf(devices, "graphics").flatMap((graphics) => attributeOf(graphics, "type") ?? []),
    guestAgent: readGuestAgent(devices),
    template: isTemplate(document),
    ...readLabels(document),
    unreadable: null,
  };
}

function bytesOf(element: Element | null): number {
  return Number(sizeOf(element) ?? 0n);
}

function isUefi(os: Element | null): boolean {
  return attributeOf(os, "firmware") === "efi" || attributeOf(childOf(os, "loader"), "type") === "pflash";
}

function readDisk(disk: Element): DiskDefinition {
  const source = childOf(disk, "source");
  const device = attributeOf(disk, "device");
  return {
    target: attributeOf(childOf(disk, "target"), "dev") ?? "",
    device: device === "cdrom" || device === "floppy" || device === "lun" ? device : "disk",
    bus: attributeOf(childOf(disk, "target"), "bus"),
    source: diskSource(source),
    readOnly: childOf(disk, "readonly") !== null,
  };
}

function diskSource(source: Element | null): string | null {
  const pool = attributeOf(source, "pool");
  if (pool !== null) return `${pool}/${attributeOf(source, "volume") ?? ""}`;
  for (const name of ["file", "dev", "dir", "name"]) {
    const value = attributeOf(source, name);
    if (value !== null) return value;
  }
  return null;
}

function readInterface(element: Element): InterfaceDefinition {
  const type = attributeOf(element, "type") ?? "";
  const source = childOf(element, "source");
  const name = ["network", "bridge", "dev"]
    .map((key) => attributeOf(source, key))
    .find((value) => value !== null);
  return {
    mac: attributeOf(childOf(element, "mac"), "address") ?? "",
    source: name ? `${type} ${name}` : type,
    model: attributeOf(childOf(element, "model"), "type"),
    filter: attributeOf(childOf(element, "filterref"), "filter"),
  };
}

/** A `<serial>`, or a `<console>` of a type that is not a mere copy of one (virtio, sclp …). */
function hasSerialConsole(devices: Element | null): boolean {
  return childrenOf(devices, "serial").length > 0 || childrenOf(devices, "console").length > 0;
}

function readGuestAgent(devices: Element | null): VmDefinition["guestAgent"] {
  const target = childrenOf(devices, "channel")
    .map((channel) => childOf(channel, "target"))
    .find((element) => attributeOf(element, "name") === "org.qemu.guest_agent.0");
  if (!target) return "none";
  return attributeOf(target, "state") === "connected" ? "connected" : "disconnected";
}
