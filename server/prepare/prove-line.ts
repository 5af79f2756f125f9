import type { KernelLineFormat } from "../host/boot/boot-setup";
import { type KernelParameter, parametersOfKernel } from "../host/kernel-parameters";
import { grubDefaults, grubDropIns } from "./formats/grub-files";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

/** What a boot loader or its generator puts on the line by itself. */
const added =
  /^(?:BOOT_IMAGE|initrd|root|rootflags|rootfstype|ro|rw|ostree|vt\.handoff|systemd\.machine_id|boot|zfs|resume|splash|dis_ucode_ldr)$/;

/** Nothing is edited of these, or it is no file. */
const withoutFile: readonly KernelLineFormat[] = [
  "deployment",
  "bootc-kargs",
  "nixos",
  "managed",
  "efi-entry",
];

/**
 * Lets a change through where the running kernel's line came from the files that are to be edited: a guide followed on
 * the wrong file changes nothing, and says nothing. What a program makes in them can't be compared.
 * @throws Refused with the words that stand nowhere in them.
 */
export function refuseUnproven(host: PrepareHost): void {
  const { line } = host.boot;
  const running = host.files.text("proc/cmdline")?.trim() ?? "";
  if (line === null || running === "" || withoutFile.includes(line.format)) return;
  const sources = sourcesOf(host, line.file);
  if (sources === "" || /\$\w|\$\{|\$\(|`/.test(sources)) return;
  const missing = parametersOfKernel(running).filter(
    (word) => !added.test(word.name) && !isWritten(word, sources),
  );
  if (missing.length === 0) return;
  throw new Refused(
    `The running kernel was started with ${missing.map(({ text }) => text).join(" ")}, which ${line.file} does not hold: this host does not boot by it, or it was changed since. Reboot first, or find the file that holds it.`,
  );
}

function sourcesOf({ files }: PrepareHost, file: string): string {
  const found = files.matching(file).map(({ text }) => text);
  const isGrub = file === `/${grubDefaults}` || file.startsWith(`/${grubDropIns}/`);
  const grub = isGrub
    ? [files.text(grubDefaults) ?? "", ...files.inFolder(grubDropIns).map(({ text }) => text)]
    : [];
  return [...found, ...grub].join("\n").replaceAll('\\"', '"');
}

function isWritten({ text, name }: KernelParameter, sources: string): boolean {
  return (
    sources.includes(text) ||
    sources.replaceAll("-", "_").includes(`${name}${text.slice(name.length).replaceAll("-", "_")}`)
  );
}
