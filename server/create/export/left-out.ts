import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";

const words = (text: string) => new Set(text.split(/\s+/));

/** What of a definition is read for an export, by the element that it stands in; the rest is told. */
const read: Readonly<Record<string, ReadonlySet<string>>> = {
  domain: words(
    `name uuid title description metadata memory currentMemory vcpu iothreads os features cpu clock on_poweroff on_reboot
    on_crash pm devices memoryBacking resource seclabel qemu:override`,
  ),
  os: words("type loader nvram firmware boot bootmenu smbios"),
  features: words("acpi apic pae hyperv kvm vmport smm ioapic gic"),
  cpu: words("topology model"),
  memoryBacking: words("hugepages"),
  devices: words(
    `emulator disk controller interface hostdev serial console channel input graphics video audio sound tpm watchdog rng
    memballoon`,
  ),
  disk: words("driver source target boot address alias readonly serial backingStore mirror"),
  interface: words("mac source model target boot alias address driver vlan"),
  hostdev: words("source boot rom address alias driver"),
};

/** Elements of a definition that no export reads, a sentence each. */
export function leftOut(document: Document): string[] {
  const domain = document.documentElement;
  const devices = childOf(domain, "devices");
  const parents = [
    domain,
    ...["os", "features", "cpu", "memoryBacking", "devices"].map((name) => childOf(domain, name)),
    ...["disk", "interface", "hostdev"].flatMap((name) => childrenOf(devices, name)),
  ];
  const unread = parents.flatMap((parent) =>
    childrenOf(parent).flatMap((element) =>
      read[parent?.nodeName ?? ""]?.has(element.nodeName) ? [] : `${place(element, domain)}`,
    ),
  );
  const others = childrenOf(devices, "input").flatMap((input) => {
    const type = attributeOf(input, "type") ?? "";
    const usual =
      attributeOf(input, "bus") === "ps2" || (type === "tablet" && attributeOf(input, "bus") === "usb");
    return usual ? [] : `<input type="${type}">`;
  });
  return [...new Set([...unread, ...others])].map((what) => `${what} of the definition is not exported.`);
}

function place(element: Element, domain: Element | null): string {
  const parent = element.parentNode;
  const isOuter = parent === domain || parent?.nodeName === "devices";
  return isOuter ? `<${element.nodeName}>` : `<${element.nodeName}> in <${parent?.nodeName ?? ""}>`;
}
