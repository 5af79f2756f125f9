import { type CheckSources, firmwareFiles, folderMarks } from "./check-sources";
import { there } from "./evidence";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { install } from "./instructions";

/** Whether there is UEFI firmware for guests: current GPUs need it. */
export const guestFirmware: HostCheck = {
  id: "ovmf",
  group: "guests",
  title: "UEFI firmware for guests",
  why: "Current graphics cards start in a VM with UEFI alone.",
  look: firmwareThere,
};

function firmwareThere({ files, setup, cpuVendor }: CheckSources): Finding {
  const found = firmwareFiles.find((path) => files.has(path));
  if (found !== undefined) return passed(`Found: /${found}`, [there(found)]);
  if (!files.has(folderMarks.running)) {
    return unknown("Not included in the host recording.");
  }
  const debian = cpuVendor === "arm" ? "qemu-efi-aarch64" : "ovmf";
  const packages = {
    debian,
    pop: debian,
    proxmox: "pve-edk2-firmware",
    fedora: "edk2-ovmf",
    arch: "edk2-ovmf",
    suse: "qemu-ovmf-x86_64",
    gentoo: "sys-firmware/edk2-ovmf-bin",
    alpine: "ovmf",
  };
  const fix = install(packages, "Install the distribution's package of OVMF (edk2).", setup);
  return { status: "warn", detail: "None was found: VMs can only use BIOS.", fix };
}
