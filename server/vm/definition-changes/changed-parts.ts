import type { Document, Element } from "@xmldom/xmldom";
import { hostDevices } from "../edit/host-devices";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml";

/** A part of a definition that differs from another definition's. */
export interface ChangedPart {
  /** "memory", "disk vda", "<launchSecurity>" */
  part: string;
  how: "added" | "removed" | "changed";
}

/** What differs between two definitions, part by part, in the order of the later one; what went comes last. */
export function changedParts(before: string, after: string): ChangedPart[] {
  const [old, next] = [partsOf(parseXml(before)), partsOf(parseXml(after))];
  const kept = [...next].flatMap(([part, content]): ChangedPart[] => {
    if (!old.has(part)) return [{ part, how: "added" }];
    return old.get(part) === content ? [] : [{ part, how: "changed" }];
  });
  const gone = [...old.keys()].filter((part) => !next.has(part));
  return [...kept, ...gone.map((part): ChangedPart => ({ part, how: "removed" }))];
}

/** More than these are not named one by one. */
const namedAtMost = 4;

/** What differs, in a line: "disk vdb added, memory changed". Empty where nothing does but how it is written. */
export function describeChange(before: string, after: string): string {
  const parts = changedParts(before, after).map(({ part, how }) => `${part} ${how}`);
  const more = parts.length - namedAtMost;
  return [...parts.slice(0, namedAtMost), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** The content of each part, by name. What bears the same name (two watchdogs) is told apart by its place. */
function partsOf(document: Document): Map<string, string> {
  const parts = new Map<string, string>();
  const put = (name: string, element: Element) => {
    let unique = name;
    for (let place = 2; parts.has(unique); place += 1) unique = `${name} ${place}`;
    parts.set(unique, contentOf(element));
  };
  const addresses = new Map(hostDevices(document).map(({ element, address }) => [element, address]));
  for (const element of childrenOf(document.documentElement)) {
    if (element.nodeName === "devices")
      for (const device of childrenOf(element)) put(deviceName(device, addresses.get(device)), device);
    else put(partNames[element.nodeName] ?? `<${element.nodeName}>`, element);
  }
  return parts;
}

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

function deviceName(device: Element, address: string | undefined): string {
  const word = deviceWords[device.nodeName] ?? device.nodeName;
  const mark = address ?? markOf(device);
  return mark === null ? word : `${word} ${mark}`;
}

/** What a device is known by, among those of its kind. */
function markOf(device: Element): string | null {
  const target = childOf(device, "target");
  switch (device.nodeName) {
    case "disk":
      return attributeOf(target, "dev");
    case "interface":
      return attributeOf(childOf(device, "mac"), "address");
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

/** Stands for what an element says: white space between elements, comments and the order of attributes do not count. */
function contentOf(element: Element): string {
  return JSON.stringify(meaningOf(element));
}

type Meaning = [name: string, attributes: string[], content: Meaning[] | string | null];

function meaningOf(element: Element): Meaning {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort();
  const children = childrenOf(element);
  return [element.nodeName, attributes, children.length > 0 ? children.map(meaningOf) : textOf(element)];
}
