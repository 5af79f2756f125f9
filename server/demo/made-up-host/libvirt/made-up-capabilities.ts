import { buildXml, type ElementPlan } from "../../../xml/build-xml";

const machines = ["pc-q35-9.2", "q35", "pc-i440fx-9.2", "pc"];
/** Models that a Core i7-4790K runs, and one that it can't. */
const models = {
  qemu64: "yes",
  kvm64: "yes",
  Haswell: "yes",
  "Haswell-noTSX": "yes",
  "Skylake-Client": "no",
};
const firmwareFolder = "/usr/share/edk2/x64";

/** What the made-up host's libvirt can make of VMs (https://libvirt.org/formatcaps.html). */
export const madeUpCapabilities = buildXml({
  name: "capabilities",
  children: [
    {
      name: "host",
      children: [{ name: "cpu", children: [text("arch", "x86_64"), text("model", "Haswell")] }],
    },
    {
      name: "guest",
      children: [
        text("os_type", "hvm"),
        {
          name: "arch",
          attributes: { name: "x86_64" },
          children: [
            text("wordsize", "64"),
            text("emulator", "/usr/bin/qemu-system-x86_64"),
            ...machines.map((machine) => text("machine", machine)),
            { name: "domain", attributes: { type: "qemu" } },
            { name: "domain", attributes: { type: "kvm" } },
          ],
        },
      ],
    },
  ],
});

/** The same of one kind of machine (https://libvirt.org/formatdomaincaps.html). */
export const madeUpDomainCapabilities = buildXml({
  name: "domainCapabilities",
  children: [
    {
      name: "os",
      attributes: { supported: "yes" },
      children: [
        choice("firmware", "bios", "efi"),
        {
          name: "loader",
          attributes: { supported: "yes" },
          children: [
            text("value", `${firmwareFolder}/OVMF_CODE.4m.fd`),
            text("value", `${firmwareFolder}/OVMF_CODE.secboot.4m.fd`),
            choice("secure", "no", "yes"),
          ],
        },
      ],
    },
    {
      name: "cpu",
      children: [
        {
          name: "mode",
          attributes: { name: "custom", supported: "yes" },
          children: Object.entries(models).map(([model, usable]) => ({
            ...text("model", model),
            attributes: { usable },
          })),
        },
      ],
    },
    {
      name: "devices",
      children: [{ name: "tpm", children: [choice("backendModel", "passthrough", "emulator")] }],
    },
  ],
});

function text(name: string, content: string): ElementPlan {
  return { name, text: content };
}

function choice(name: string, ...values: string[]): ElementPlan {
  return { name: "enum", attributes: { name }, children: values.map((value) => text("value", value)) };
}
