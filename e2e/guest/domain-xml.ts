import { buildXml, type ElementPlan } from "@/server/xml/build-xml";
import type { Guest } from "./guest";

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
  /** A USB controller; false where left out. */
  usb?: boolean;
  /** Elements below <metadata>. */
  metadata?: ElementPlan[];
  /** Further elements below <devices>. */
  devices?: ElementPlan[];
}

/** The definition of a VM that boots the test guest, for virDomainDefineXML. */
export function guestDomainXml(guest: Guest, domain: GuestDomain): string {
  return buildXml(domainPlan(guest, domain));
}

function domainPlan(guest: Guest, domain: GuestDomain): ElementPlan {
  const memory = String(domain.memoryMiB ?? 96);
  return {
    name: "domain",
    attributes: { type: "qemu" },
    children: [
      { name: "name", text: domain.name },
      ...(domain.uuid === undefined ? [] : [{ name: "uuid", text: domain.uuid }]),
      ...(domain.metadata === undefined ? [] : [{ name: "metadata", children: domain.metadata }]),
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
    { name: "controller", attributes: { type: "usb", model: domain.usb ? "qemu-xhci" : "none" } },
    ...(domain.serial === false ? [] : serial),
    ...(domain.network === false ? [] : [network]),
    { name: "memballoon", attributes: { model: "virtio" } },
    ...(domain.devices ?? []),
  ];
}
