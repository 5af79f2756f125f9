import { buildXml, type ElementPlan } from "@/server/xml/build-xml";

/** A machine without disk or system: it starts at once, finds nothing to boot, and stays. */
export function bareDomainXml(name: string, devices: readonly ElementPlan[] = []): string {
  return buildXml({
    name: "domain",
    attributes: { type: "qemu" },
    children: [
      { name: "name", text: name },
      { name: "memory", attributes: { unit: "MiB" }, text: "16" },
      {
        name: "os",
        children: [{ name: "type", attributes: { arch: "x86_64", machine: "pc" }, text: "hvm" }],
      },
      { name: "devices", children: [...devices] },
    ],
  });
}
