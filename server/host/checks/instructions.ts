import { shellWord } from "../../units/shell-word";
import type { BootCommand, BootSetup, LineWords } from "../boot/boot-setup";
import type { FrozenMenu } from "../boot/frozen-menu";
import { linePhrase } from "../boot/line-phrase";
import type { DistributionFamily } from "../distribution";

/** What decides how a host is told to change something. */
export interface Setup {
  family: DistributionFamily | null;
  boot: BootSetup;
  /** Where GRUB does not start by the menu that is made of its settings. */
  frozenMenu: FrozenMenu | null;
  /** Whether that could not be looked at. */
  isMenuUnseen: boolean;
  /** Of a file with several variables: the one that has the parameter now. */
  fieldWith(parameter: string): string | null;
}

/** How to add parameters to the kernel's command line on this host; ends with the reboot that it takes. */
export function addKernelParameters(parameters: readonly string[], setup: Setup): string {
  return `${change({ added: parameters, removed: [] }, setup)}, then reboot.`;
}

/** How to take a parameter off the kernel's command line. */
export function removeKernelParameter(parameter: string, setup: Setup): string {
  return `${change({ added: [], removed: [parameter] }, setup)}, then reboot.`;
}

/** How to put a parameter in the place of another one. */
export function replaceKernelParameter(wrong: string, right: string, setup: Setup): string {
  return `${change({ added: [right], removed: [wrong] }, setup)}, then reboot.`;
}

function change(words: LineWords, setup: Setup): string {
  const { line } = setup.boot;
  if (line?.system !== undefined) return line.system.changeLine(words);
  const command = editorCommand(words, setup);
  if (command !== null) return `Run “${command}”`;
  const [first] = words.removed;
  const what = linePhrase(words, placeOf(setup.boot, first === undefined ? null : setup.fieldWith(first)));
  const commands = line?.regenerate ?? [];
  return commands.length === 0 ? what : `${what} and ${inWords(commands)}`;
}

/** The command of the program that the host's kernel line is changed by; null where a file is edited. */
function editorCommand({ added, removed }: LineWords, { boot }: Setup): string | null {
  const quoted = (words: readonly string[]) =>
    words.length === 1 ? shellWord(words[0] ?? "") : `"${words.join(" ")}"`;
  const options = (name: string, words: readonly string[]) =>
    words.length === 0 ? "" : ` --${name}=${quoted(words)}`;
  const each = (name: string, words: readonly string[]) =>
    words.map((word) => ` --${name}=${shellWord(word)}`).join("");
  switch (boot.line?.editor ?? null) {
    case "grubby":
      return `grubby --update-kernel=ALL${options("remove-args", removed)}${options("args", added)}`;
    case "rpm-ostree":
      return `rpm-ostree kargs${each("delete-if-present", removed)}${each("append-if-missing", added)}`;
    case "kernelstub":
      return removed.length > 0 && added.length > 0
        ? `kernelstub --delete-options ${quoted(removed)} && kernelstub --add-options ${quoted(added)}`
        : `kernelstub ${removed.length > 0 ? `--delete-options ${quoted(removed)}` : `--add-options ${quoted(added)}`}`;
    default:
      return null;
  }
}

function placeOf({ line }: BootSetup, field: string | null): string {
  if (line === null) return "the kernel command line in the boot loader's configuration";
  switch (line.format) {
    case "first-line":
      return `the first line of ${line.file}`;
    case "entries":
      return `the options line of each entry ${line.file}`;
    case "limine-conf":
      return `the cmdline lines in ${line.file}`;
    case "extlinux":
      return `the APPEND lines in ${line.file}`;
    case "refind-linux":
      return `the parameters of each line in ${line.file}`;
    case "efi-entry":
      return "the parameters of the firmware's boot entry (make it anew with efibootmgr --unicode)";
    case "bootc-kargs":
      return `kargs in a file ${line.file} of the host's image, and deploy it`;
    case "nixos":
      return "boot.kernelParams in configuration.nix";
    default:
      return line.field === null ? line.file : `${field ?? line.field} in ${line.file}`;
  }
}

/** "run “mkinitcpio -P”", for some "for each installed kernel (VERSION)". */
function inWords(commands: readonly BootCommand[]): string {
  return commands
    .map(
      ({ words, forEachKernel }) =>
        `run “${words.join(" ")}”${forEachKernel ? " for each installed kernel (VERSION)" : ""}`,
    )
    .join(", ");
}

/** How to make the initial RAM disks anew, as half a sentence. */
export function rebuildInitramfs({ boot }: Setup): string {
  return boot.rebuildInitramfs.length === 0 ? "rebuild the initramfs" : inWords(boot.rebuildInitramfs);
}

/** How each family installs packages, before their names. */
const installCommands: Readonly<Record<DistributionFamily, string | null>> = {
  debian: "apt install",
  proxmox: "apt install",
  pop: "apt install",
  fedora: "dnf install",
  arch: "pacman -S",
  suse: "zypper install",
  gentoo: "emerge",
  alpine: "apk add",
  nixos: null,
  unraid: null,
};

/**
 * How to install something.
 * @param packages Its packages by family.
 * @param otherwise What to say where the family is unknown or has no such package.
 */
export function install(
  packages: Readonly<Partial<Record<DistributionFamily, string>>>,
  otherwise: string,
  { family, boot }: Setup,
): string {
  if (family === null || boot.line?.system !== undefined) return otherwise;
  const usual = boot.line?.editor === "rpm-ostree" ? "rpm-ostree install" : installCommands[family];
  const names = packages[family];
  return usual === null || names === undefined ? otherwise : `Run “${usual} ${names}”.`;
}
