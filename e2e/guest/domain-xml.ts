import { DOMImplementation, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import type { Guest } from "./guest";

/** An element to build: its attributes, and text or children. */
export interface ElementPlan {
  name: string;
  attributes?: Record<string, string>;
  text?: string;
  children?: ElementPlan[];
}

export interface GuestDomain {
  name: string;
  /** libvirt makes one up where left out. */
  uuid?: string;
  /** Debian's kernel needs 96 to boot at all. */
  memoryMiB?: number;
  vcpus?: number;
  /** A serial port with a pty; true where left out. */
  serial?: boolean;
  /** A virtio network card on QEMU's user network; true where left out. */
  network?: boolean;
  /** Further elements below <devices>. */
  devices?: ElementPlan[];
}

/** The definition of a VM that boots the test guest, for virDomainDefineXML. */
export function guestDomainXml(guest: Guest, domain: GuestDomain): string {
  const document = new DOMImplementation().createDocument(null, null, null);
  document.appendChild(build(document, domainPlan(guest, domain)));
  return new XMLSerializer().serializeToString(document);
}

function domainPlan(guest: Guest, domain: GuestDomain): ElementPlan {
  const memory = String(domain.memoryMiB ?? 96);
  return {
    name: "domain",
    attributes: { type: "qemu" },
    children: [
      { name: "name", text: domain.name },
      ...(domain.uuid === undefined ? [] : [{ name: "uuid", text: domain.uuid }]),
      { name: "memory", attributes: { unit: "MiB" }, text: memory },
      { name: "vcpu", text: String(domain.vcpus ?? 1) },
      {
        name: "os",
        children: [
          { name: "type", attributes: { arch: "x86_64", machine: "q35" }, text: "hvm" },
          { name: "kernel", text: guest.kernel },
          { name: "initrd", text: guest.initrd },
          { name: "cmdline", text: guest.commandLine },
        ],
      },
      { name: "features", children: [{ name: "acpi" }] },
      { name: "on_poweroff", text: "destroy" },
      { name: "on_reboot", text: "restart" },
      { name: "devices", children: devices(domain) },
    ],
  };
}

function devices(domain: GuestDomain): ElementPlan[] {
  const serial: ElementPlan[] = [
    { name: "serial", attributes: { type: "pty" } },
    { name: "console", attributes: { type: "pty" } },
  ];
  const network: ElementPlan = {
    name: "interface",
    attributes: { type: "user" },
    children: [{ name: "model", attributes: { type: "virtio" } }],
  };
  return [
    { name: "controller", attributes: { type: "usb", model: "none" } },
    ...(domain.serial === false ? [] : serial),
    ...(domain.network === false ? [] : [network]),
    { name: "memballoon", attributes: { model: "virtio" } },
    ...(domain.devices ?? []),
  ];
}

function build(document: Document, plan: ElementPlan): Element {
  const element = document.createElement(plan.name);
  for (const [name, value] of Object.entries(plan.attributes ?? {})) element.setAttribute(name, value);
  if (plan.text !== undefined) element.appendChild(document.createTextNode(plan.text));
  for (const child of plan.children ?? []) element.appendChild(build(document, child));
  return element;
}
