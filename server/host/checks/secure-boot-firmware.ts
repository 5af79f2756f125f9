import { type CheckSources, firmwareFiles, folderMarks } from "./check-sources";
import { there } from "./evidence";
import { secureFirmwareFiles } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { install } from "./instructions";

/** Whether there is UEFI firmware with Secure Boot for guests. */
export const secureBootFirmware: HostCheck = {
  id: "ovmf-secure-boot",
  group: "guests",
  title: "UEFI firmware with Secure Boot",
  why: "Windows 11 asks for it, and so do some games' anti-cheat programs.",
  look: secureFirmware,
};

function secureFirmware({ files, further, setup }: CheckSources): Finding {
  const found = secureFirmwareFiles.find((path) => further.first.has(path));
  if (found !== undefined) return passed(`Found: /${found}`, [there(found)]);
  const told = further.descriptors.find((path) => isSecure(further.second.text(path)));
  if (told !== undefined) return passed(`QEMU knows of one: /${told}`, [there(told)]);
  if (!files.has(folderMarks.running)) return unknown("Not included in the host recording.");
  const packages = {
    debian: "ovmf",
    pop: "ovmf",
    proxmox: "pve-edk2-firmware",
    fedora: "edk2-ovmf",
    arch: "edk2-ovmf",
    suse: "qemu-ovmf-x86_64",
  };
  const plain = firmwareFiles.find((path) => files.has(path));
  return {
    status: "warn",
    detail:
      plain === undefined
        ? "None was found."
        : "There is UEFI firmware, and none of it checks what the guest boots.",
    fix: install(packages, "Install the distribution's package of OVMF (edk2) with Secure Boot.", setup),
    evidence: plain === undefined ? [] : [there(plain)],
  };
}

/** QEMU's descriptions of firmware are JSON (docs/interop/firmware.json). */
function isSecure(descriptor: string | null): boolean {
  return (
    descriptor !== null &&
    /"secure-boot"/.test(descriptor) &&
    !/"architecture"\s*:\s*"aarch64"/.test(descriptor)
  );
}
