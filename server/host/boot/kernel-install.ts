import type { BootFiles } from "./boot-files";
import { type BootCommand, once } from "./boot-setup";
import { loaderInfo, variableText } from "./efi-variables";

/** The first systemd whose kernel-install has the verb add-all. */
const firstWithAddAll = 256;

/** What writes all entries or images anew where kernel-install(8) made them. */
export function kernelInstallCommands(files: BootFiles): BootCommand[] {
  if (files.hasProgram("sdbootutil")) return [once("sdbootutil", "update-all-entries")];
  if (files.hasProgram("reinstall-kernels")) return [once("reinstall-kernels")];
  if ((versionOf(files) ?? 0) >= firstWithAddAll) return [once("kernel-install", "add-all")];
  return [{ words: ["kernel-install", "add", "VERSION", imageOf(files)], forEachKernel: true }];
}

/** systemd's version by its library, else by its boot loader, which may be older: the verb is missed, not invented. */
function versionOf(files: BootFiles): number | null {
  const told = /systemd-boot (\d{3})/.exec(variableText(files.text(loaderInfo)))?.[1];
  const libraries = files.systemdLibraries().map((path) => Number(/-(\d{3})\b/.exec(path)?.[1]));
  return libraries.length > 0 ? Math.max(...libraries) : told === undefined ? null : Number(told);
}

/** Debian keeps kernels in /boot, others beside their modules. */
function imageOf(files: BootFiles): string {
  const isDebian = files.has("usr/sbin/mkinitramfs") || files.hasProgram("update-initramfs");
  return isDebian ? "/boot/vmlinuz-VERSION" : "/usr/lib/modules/VERSION/vmlinuz";
}
