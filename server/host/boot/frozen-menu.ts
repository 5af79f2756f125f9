import { posix } from "node:path";
import { distributionFields } from "../os-release";
import type { BootFiles } from "./boot-files";
import { grubMenus } from "./boot-marks";
import { bootOrder } from "./efi-variables";

/**
 * GRUB's own file on the EFI partition where it is a whole menu, and not the stub of some lines that leads to the menu which
 * grub-mkconfig makes. It stays as it was made: new kernels and parameters never show up in it (rhboot/grub2 pull 183,
 * puppet-grub2 issue 79).
 */
export interface FrozenMenu {
  /** Without a leading slash, as all paths here. */
  path: string;
  text: string;
  /** The menu that it should lead to. */
  leadsTo: string;
  /** What it should hold; null where the menu does not tell by how little GRUB would find the other one. */
  stub: string | null;
}

/** A link to where grub2-mkconfig writes: before Fedora 34 and RHEL 9 that was on the EFI partition. */
const menuLink = "etc/grub2-efi.cfg";

/** Whether GRUB is frozen in a menu of its own. Pure. */
export function frozenMenuOf(files: BootFiles): FrozenMenu | null {
  const leadsTo = files.firstOf(grubMenus);
  const found = startedFile(files);
  if (leadsTo === null || found === undefined || !isWholeMenu(found.text)) return null;
  const isOwn = files.has(menuLink) && !(files.link(menuLink) ?? "").includes("boot/grub2/");
  return isOwn ? null : { ...found, leadsTo, stub: stubOf(found.text, leadsTo) };
}

/** Whether the host was started by UEFI, and nobody can tell what GRUB's own file there holds. */
export function isMenuUnseen(files: BootFiles): boolean {
  return files.has(bootOrder) && !files.seesEfiPartition();
}

/** Of several systems' on one partition that of this one: their folders have the names of distributions. */
function startedFile(files: BootFiles): { path: string; text: string } | undefined {
  const fields = distributionFields(files.text("etc/os-release") || files.text("usr/lib/os-release"));
  const names = [fields.get("ID") ?? "", ...(fields.get("ID_LIKE") ?? "").split(/\s+/)];
  const folders = names.flatMap((name) => [name, folderNames[name] ?? name.replace(/-.*/, "")]);
  return folders
    .map((folder) => files.efiMenus().find(({ path }) => folderOf(path) === folder))
    .find((file) => file !== undefined);
}

const folderNames: Readonly<Record<string, string>> = { rhel: "redhat", ol: "redhat", debian: "proxmox" };

function folderOf(path: string): string {
  return posix.basename(posix.dirname(path)).toLowerCase();
}

/** One that reads the entries of the boot loader specification has what is new. */
export function isWholeMenu(text: string): boolean {
  return /^\s*menuentry\s/m.test(text) && !/^\s*(?:blscfg\b|configfile\s)/m.test(text);
}

/** Without these modules, which the stub's GRUB may not have in itself, the file system is not found. */
const special = /^\s*(?:cryptomount\b|insmod\s+(?:lvm|diskfilter|mdraid\w*|cryptodisk|luks2?|zfs)\b)/m;

/** As grub-install writes it: the file system by its UUID, and the menu on it. */
function stubOf(menu: string, leadsTo: string): string | null {
  const start = /^\s*linux(?:efi|16)?\s+(\/(?:\S*\/)?)[^\s/]+/m.exec(menu);
  const before = menu.slice(0, start?.index ?? 0);
  const search = [
    ...before.matchAll(/^\s*search\s.*--fs-uuid\b.*--set=root\b.*\s([0-9a-f-]{8,36})\s*$/gim),
  ].at(-1);
  const [, folder = ""] = start ?? [];
  const [, id] = search ?? [];
  if (id === undefined || !/(?:^|\/boot)\/$/.test(folder) || special.test(before)) return null;
  const grub = `${folder}${posix.basename(posix.dirname(leadsTo))}`;
  return [
    `search --no-floppy --fs-uuid --set=root ${id}`,
    `set prefix=($root)'${grub}'`,
    "export prefix",
    "configfile $prefix/grub.cfg",
    "",
  ].join("\n");
}
