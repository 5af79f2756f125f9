import { buildXml, type ElementPlan } from "../xml/build-xml";
import type { DemoVm } from "./demo-vms";

const imagesFolder = "/var/lib/libvirt/images";

/** The definition of a demo VM for libvirt's test driver, which opens none of the files that it names. */
export function demoDomainXml(vm: DemoVm): string {
  return buildXml({
    name: "domain",
    attributes: { type: "kvm" },
    children: [
      { name: "name", text: vm.name },
      { name: "title", text: vm.title },
      { name: "memory", attributes: { unit: "GiB" }, text: String(vm.memoryGiB) },
      { name: "vcpu", text: String(vm.vcpus) },
      { name: "os", children: operatingSystem(vm) },
      { name: "features", children: [{ name: "acpi" }] },
      { name: "devices", children: devices(vm) },
    ],
  });
}

function operatingSystem({ machine, firmware, name }: DemoVm): ElementPlan[] {
  const type: ElementPlan = { name: "type", attributes: { arch: "x86_64", machine }, text: "hvm" };
  if (firmware === "bios") return [type];
  return [
    type,
    {
      name: "loader",
      attributes: { readonly: "yes", type: "pflash" },
      text: "/usr/share/OVMF/OVMF_CODE_4M.fd",
    },
    { name: "nvram", text: `/var/lib/libvirt/qemu/nvram/${name}.fd` },
  ];
}

function devices(vm: DemoVm): ElementPlan[] {
  return [
    ...vm.disks.map(disk),
    ...(vm.drive ? [drive] : []),
    ...vm.networks.map(networkInterface),
    ...(vm.passthrough ?? []).map(hostDevice),
    ...(vm.serial ? [serial] : []),
    ...(vm.graphics ? [{ name: "graphics", attributes: { type: vm.graphics, autoport: "yes" } }] : []),
    ...(vm.guestAgent ? [guestAgentChannel] : []),
  ];
}

const drive: ElementPlan = {
  name: "disk",
  attributes: { type: "file", device: "cdrom" },
  children: [{ name: "target", attributes: { dev: "sda", bus: "sata" } }, { name: "readonly" }],
};

const serial: ElementPlan = { name: "serial", attributes: { type: "pty" } };

const guestAgentChannel: ElementPlan = {
  name: "channel",
  attributes: { type: "unix" },
  children: [{ name: "target", attributes: { type: "virtio", name: "org.qemu.guest_agent.0" } }],
};

function disk(file: string, index: number): ElementPlan {
  const format = file.endsWith(".raw") ? "raw" : "qcow2";
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "driver", attributes: { name: "qemu", type: format } },
      { name: "source", attributes: { file: `${imagesFolder}/${file}` } },
      { name: "target", attributes: { dev: `vd${String.fromCharCode(97 + index)}`, bus: "virtio" } },
    ],
  };
}

/** @param words libvirt's kind of source, and its name: "bridge br0" */
function networkInterface(words: string): ElementPlan {
  const [type = "network", source = "default"] = words.split(" ");
  return {
    name: "interface",
    attributes: { type },
    children: [
      { name: "source", attributes: { [type]: source } },
      { name: "model", attributes: { type: "virtio" } },
    ],
  };
}

/** @param address "0000:01:00.0" */
function hostDevice(address: string): ElementPlan {
  const [domain = "", bus = "", slot = "", part = ""] = address.split(/[:.]/);
  const attributes = { domain: `0x${domain}`, bus: `0x${bus}`, slot: `0x${slot}`, function: `0x${part}` };
  return {
    name: "hostdev",
    attributes: { mode: "subsystem", type: "pci", managed: "yes" },
    children: [{ name: "source", children: [{ name: "address", attributes }] }],
  };
}
