import type { Document } from "@xmldom/xmldom";
import { machineOf, pciControllers } from "./guest-slots";

/**
 * How a guest takes PCI devices: behind PCI Express ports, in a slot of its PCI bus, or where libvirt decides. The
 * latter are pseries (libvirt isolates IOMMU groups in host bridges of their own), s390 (zPCI has no slots), machines
 * whose bus we don't know, and what isn't QEMU.
 */
export type GuestBus = "express" | "conventional" | "unknown";

const qemuTypes = new Set(["kvm", "qemu", "kqemu", "hvf"]);
const armLike = /^(aarch64|arm.*|riscv.*|loongarch64)$/;

/** https://libvirt.org/pci-hotplug.html, https://libvirt.org/pci-addresses.html */
export function guestBusOf(document: Document): GuestBus {
  const { type, architecture, machine } = machineOf(document);
  if (!qemuTypes.has(type)) return "unknown";
  const models = pciControllers(document).map(({ model }) => model);
  if (models.includes("pcie-root")) return "express";
  if (armLike.test(architecture)) return /^virt(-|$)/.test(machine) || machine === "" ? "express" : "unknown";
  if (!/^(|i[3-6]86|x86_64)$/.test(architecture)) return "unknown";
  if (/^(pc-)?q35/.test(machine)) return "express";
  return /^(|pc|pc-.*|rhel.*|xenfv.*)$/.test(machine) ? "conventional" : "unknown";
}
