import type { KernelLineFormat } from "../host/boot/boot-setup";
import { type KernelParameter, parametersOfKernel } from "../host/kernel-parameters";
import { grubDefaults, grubDropIns } from "./formats/grub-files";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

/** What a boot loader or its generator puts on the line by itself; LILO and syslinux say "auto" where nobody chose. */
const added =
  /^(?:BOOT_IMAGE|auto|initrd|root|rootflags|rootfstype|ro|rw|ostree|vt\.handoff|systemd\.machine_id|boot|zfs|resume|splash|dis_ucode_ldr)$/;

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
  const words = parametersOfKernel(running);
  const own = line.format === "cmdline-txt" ? words.slice(firmwareWords(words, sources)) : words;
  const isOurs = ({ name }: KernelParameter) => host.ownParameters.includes(name.replaceAll("-", "_"));
  const missing = own.filter((word) => !added.test(word.name) && !isOurs(word) && !isWritten(word, sources));
  if (missing.length === 0) return;
  throw new Refused(
    `The running kernel was started with ${missing.map(({ text }) => text).join(" ")}, which ${line.file} does not hold: this host does not boot by it, or it was changed since. Reboot first, or find the file that holds it.`,
  );
}

/** How many words a Raspberry Pi's firmware put in front of those of the file, in which it spells the serial port anew. */
function firmwareWords(words: readonly KernelParameter[], sources: string): number {
  const first = sources.split(/\s+/).find((word) => word !== "" && !/^console=serial\d/.test(word));
  return Math.max(
    words.findIndex(({ text }) => bare(text) === first),
    0,
  );
}

function sourcesOf({ files }: PrepareHost, file: string): string {
  const found = files.matching(file).map(({ text }) => text);
  const isGrub = file === `/${grubDefaults}` || file.startsWith(`/${grubDropIns}/`);
  const grub = isGrub
    ? [files.text(grubDefaults) ?? "", ...files.inFolder(grubDropIns).map(({ text }) => text)]
    : [];
  return bare([...found, ...grub].join("\n"));
}

function isWritten({ text }: KernelParameter, sources: string): boolean {
  const word = bare(text);
  return sources.includes(word) || sources.replaceAll("-", "_").includes(word.replaceAll("-", "_"));
}

/** Without quotes and what escapes them: GRUB puts them around a whole word (`"dyndbg=file a.c +p"`), wherever they stood. */
function bare(text: string): string {
  return text.replace(/["'\\]/g, "");
}
