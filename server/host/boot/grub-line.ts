import type { DistributionFamily } from "../distribution";
import { distributionFields } from "../os-release";
import type { BootFiles } from "./boot-files";
import { grubMenus, proxmoxPartitions } from "./boot-marks";
import { type BootCommand, type KernelLineSource, once } from "./boot-setup";
import { bootOrder } from "./efi-variables";
import { commandLineFile } from "./entry-line";

/** Where GRUB's kernel line is kept: in entries by grubby (Fedora and its kin), else in the defaults of grub-mkconfig. */
export function grubLine(files: BootFiles, family: DistributionFamily | null): KernelLineSource {
  if (isSuseByEntries(files)) return commandLineFile(files);
  if (family === "fedora" && usesEntries(files)) {
    return {
      format: "entries",
      file: "/boot/loader/entries/*.conf",
      field: "options",
      editor: "grubby",
      regenerate: [],
    };
  }
  const field = family === "fedora" ? "GRUB_CMDLINE_LINUX" : "GRUB_CMDLINE_LINUX_DEFAULT";
  return {
    format: "grub-default",
    file: `/${assigning(files, field)}`,
    field,
    editor: null,
    regenerate: [menuCommand(files, family)],
  };
}

/** The variable of GRUB's defaults that has a parameter now; the one that is for it where none has. */
export function grubFieldWith(parameter: string, files: BootFiles, field: string): string {
  const fields = ["GRUB_CMDLINE_LINUX_DEFAULT", "GRUB_CMDLINE_LINUX"];
  const texts = files.grubDefaults().map(({ text }) => text);
  const holds = (name: string) =>
    texts.some((text) => assignments(text, name).some((value) => value.split(/[\s"']+/).includes(parameter)));
  return fields.find(holds) ?? field;
}

/**
 * grub2-mkconfig of these changes no entry since 2023 (RHEL 9.3's notes, 4.9). RHEL 7 and its kin have none yet, and what
 * is only like Fedora may have none: its defaults say nothing of them, and there is no grubby.
 */
function usesEntries(files: BootFiles): boolean {
  const defaults = files.text("etc/default/grub");
  const setting = /^\s*GRUB_ENABLE_BLSCFG=["']?(\w+)/m.exec(defaults)?.[1];
  if (setting !== undefined) return setting !== "false";
  if (files.entries().length > 0 || defaults === "") return true;
  return files.hasProgram("grubby") && (!isBeforeEntries(files) || startsByEfi(files));
}

/** By os-release(5): of RHEL 7, CentOS 7, Oracle Linux 7 and Amazon Linux 2. */
function isBeforeEntries(files: BootFiles): boolean {
  const fields = distributionFields(files.text("etc/os-release") || files.text("usr/lib/os-release"));
  const id = fields.get("ID") ?? "";
  const version = Number.parseInt(fields.get("VERSION_ID") ?? "", 10);
  return (/^(?:rhel|centos|ol|scientific)$/.test(id) && version < 8) || (id === "amzn" && version === 2);
}

/** Their menu is on the EFI partition then, where only grubby writes. */
function startsByEfi(files: BootFiles): boolean {
  return files.has(bootOrder) || files.has("etc/grub2-efi.cfg");
}

function isSuseByEntries(files: BootFiles): boolean {
  return /^\s*LOADER_TYPE=["']?grub2-bls/m.test(files.text("etc/sysconfig/bootloader"));
}

/** A later file wins that sets the variable anew; one that adds to it lets the earlier one count. */
function assigning(files: BootFiles, field: string): string {
  const anew = files
    .grubDefaults()
    .filter(({ text }) =>
      assignments(text, field).some(
        (value) => !value.includes(`$${field}`) && !value.includes(`\${${field}`),
      ),
    );
  return anew.at(-1)?.path ?? "etc/default/grub";
}

function assignments(text: string, field: string): string[] {
  const pattern = new RegExp(`^\\s*(?:export\\s+)?${field}=(.*)$`, "gm");
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

function menuCommand(files: BootFiles, family: DistributionFamily | null): BootCommand {
  if (files.text(proxmoxPartitions).trim() !== "") return once("proxmox-boot-tool", "refresh");
  if (files.hasProgram("transactional-update")) return once("transactional-update", "grub.cfg");
  const isDebian = family === "debian" || family === "proxmox" || family === "pop";
  if (isDebian || files.hasProgram("update-grub")) return once("update-grub");
  const isNamedGrub2 = family === "fedora" || family === "suse" || files.firstOf(grubMenus) === grubMenus[1];
  return isNamedGrub2
    ? once("grub2-mkconfig", "-o", "/boot/grub2/grub.cfg")
    : once("grub-mkconfig", "-o", "/boot/grub/grub.cfg");
}
