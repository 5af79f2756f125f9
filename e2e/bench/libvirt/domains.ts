import type { Connection } from "@/server/libvirt/connection";
import { domainCreateFlags } from "@/server/libvirt/protocol/constants.gen";
import { buildXml, type ElementPlan } from "@/server/xml/build-xml";

/** Defines `count` domains of a usual kind and starts the first `active` of them, paused. */
export async function defineDomains(connection: Connection, count: number, active: number): Promise<void> {
  const defined = Array.from({ length: count }, (_, index) =>
    connection.call("domain_define_xml_flags", { xml: domainXml(index), flags: 0 }, { timeoutMs: 0 }),
  );
  const doms = (await Promise.all(defined)).map(({ dom }) => dom);
  for (const dom of doms.slice(0, active)) {
    await connection.call("domain_create_with_flags", { dom, flags: domainCreateFlags.START_PAUSED });
  }
}

function domainXml(index: number): string {
  const children: ElementPlan[] = [
    { name: "name", text: `vm${String(index).padStart(4, "0")}` },
    { name: "title", text: `Domain ${index}` },
    { name: "memory", attributes: { unit: "MiB" }, text: "16" },
    { name: "vcpu", text: "1" },
    {
      name: "os",
      children: [
        { name: "type", attributes: { arch: "x86_64", machine: "pc" }, text: "hvm" },
        { name: "boot", attributes: { dev: "hd" } },
      ],
    },
    { name: "features", children: [{ name: "acpi" }] },
    { name: "devices", children: devices(index) },
  ];
  return buildXml({ name: "domain", attributes: { type: "qemu" }, children });
}

function devices(index: number): ElementPlan[] {
  const mac = `52:54:00:00:${(index >> 8).toString(16).padStart(2, "0")}:${(index & 255).toString(16).padStart(2, "0")}`;
  const guestAgent = { type: "virtio", name: "org.qemu.guest_agent.0" };
  return [
    {
      name: "disk",
      attributes: { type: "file", device: "cdrom" },
      children: [{ name: "target", attributes: { dev: "sda", bus: "sata" } }, { name: "readonly" }],
    },
    { name: "controller", attributes: { type: "usb", model: "none" } },
    {
      name: "interface",
      attributes: { type: "user" },
      children: [
        { name: "mac", attributes: { address: mac } },
        { name: "model", attributes: { type: "virtio" } },
      ],
    },
    { name: "serial", attributes: { type: "pty" } },
    { name: "console", attributes: { type: "pty" } },
    {
      name: "channel",
      attributes: { type: "unix" },
      children: [{ name: "target", attributes: guestAgent }],
    },
    { name: "memballoon", attributes: { model: "virtio" } },
  ];
}
