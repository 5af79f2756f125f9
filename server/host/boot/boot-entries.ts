import { matchingLines } from "../matching-lines";
import type { TreeEntry } from "../tree-entries";
import type { BootFiles } from "./boot-files";
import { bootMarks } from "./boot-marks";
import { loaderInfo, stubInfo } from "./efi-variables";
import { isWholeMenu } from "./frozen-menu";

const anyId = "0".repeat(32);
const boardModel = "proc/device-tree/model";

/**
 * What a captured host keeps of {@link BootFiles}: what tells how it boots, without ids and names of the machine.
 * @param withoutValues Takes out of a kernel line the values that tell of its owner.
 */
export function bootEntries(files: BootFiles, withoutValues: (line: string) => string): TreeEntry[] {
  const kept: [path: string, text: string][] = [
    ...[loaderInfo, stubInfo, boardModel].map((path): [string, string] => [path, files.text(path)]),
    [
      "etc/kernel/proxmox-boot-uuids",
      files.text("etc/kernel/proxmox-boot-uuids") === "" ? "" : "0000-0000\n",
    ],
    ["etc/kernel/uki.conf", matchingLines(files.text("etc/kernel/uki.conf"), /^\s*Cmdline\s*=\s*@/)],
    ["etc/sysconfig/bootloader", matchingLines(files.text("etc/sysconfig/bootloader"), /^\s*LOADER_TYPE=/)],
    ...files.grubDefaults().map(({ path, text }): [string, string] => [path, grubLines(text, withoutValues)]),
    ...files
      .presets()
      .map(({ path, text }): [string, string] => [path, matchingLines(text, /^\s*\w+_uki=|--cmdline/)]),
    ...files.dracutConfigurations().map(({ path, text }): [string, string] => [path, dracutLines(text)]),
    ...files.efiMenus().map(({ path, text }): [string, string] => [path, menuMark(text)]),
  ];
  const present = [
    ...bootMarks.filter((path) => files.has(path)),
    ...files.systemdLibraries(),
    ...(files.hasCommandLineFolder() ? ["etc/cmdline.d/captured.conf"] : []),
  ];
  const entries = files
    .entries()
    .flatMap(({ folder, entries: found }) =>
      found.map(
        ({ isGenerated }, index) => `${folder}/${isGenerated ? `${anyId}-` : "entry-"}${index + 1}.conf`,
      ),
    );
  return [
    ...kept.filter(([, text]) => text !== "").map(([path, text]) => file(path, text)),
    ...[...present, ...entries].map((path) => file(path, "")),
  ];
}

/** Of GRUB's own file only what it is: a whole menu, or a stub that leads to one. */
function menuMark(text: string): string {
  return isWholeMenu(text) ? "menuentry 'captured' {\n}\n" : "configfile $prefix/grub.cfg\n";
}

function file(path: string, text: string): TreeEntry {
  return { kind: "file", path, text };
}

/** GRUB's variables that are looked at; of kernel lines the parameters whose values may be told. */
function grubLines(text: string, withoutValues: (line: string) => string): string {
  const kept = matchingLines(
    text,
    /^\s*(?:GRUB_ENABLE_BLSCFG|(?:export\s+)?GRUB_CMDLINE_LINUX(?:_DEFAULT)?)=/,
  );
  return kept.replace(/(GRUB_CMDLINE_LINUX\w*=)(.*)/g, (_, name: string, value: string) => {
    const words = value.trim().replace(/^(["'])(.*)\1$/, "$2");
    return `${name}"${withoutValues(words).replaceAll('"', "").trim()}"`;
  });
}

function dracutLines(text: string): string {
  return matchingLines(text, /^\s*(?:uefi|kernel_cmdline)\+?=/).replace(/(kernel_cmdline\+?=).*/g, "$1");
}
