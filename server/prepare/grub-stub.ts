import { posix } from "node:path";
import type { BootCommand } from "../host/boot/boot-setup";
import type { FrozenMenu } from "../host/boot/frozen-menu";
import { type FileStep, stepsTo } from "./file-step";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

type GrubHost = Pick<PrepareHost, "boot" | "family" | "frozenMenu">;

/**
 * @throws Refused where GRUB has a menu of its own on the EFI partition: what is made of the host's settings is never read.
 */
export function refuseFrozen({ boot, family, frozenMenu }: GrubHost): void {
  if (frozenMenu === null || boot.line?.format !== "grub-default") return;
  throw new Refused(
    `GRUB starts by /${frozenMenu.path}, which is a whole menu where it should lead to /${frozenMenu.leadsTo}: what is changed there never shows up.`,
    `Have the file restored first. ${restoringWords(family, frozenMenu)}`,
  );
}

/**
 * Has GRUB's file on the EFI partition lead to the menu again, which is made anew.
 * @throws Refused where that takes more than a file.
 */
export function planStub({ boot, family, frozenMenu }: GrubHost): {
  steps: FileStep[];
  commands: readonly BootCommand[];
  executable: string[];
} {
  if (frozenMenu === null) return { steps: [], commands: [], executable: [] };
  const { path, text, stub } = frozenMenu;
  if (stub === null)
    throw new Refused(
      `/${path} does not tell by what GRUB would find /${frozenMenu.leadsTo}: its file system is encrypted, in a volume group or a RAID.`,
      restoringWords(family, frozenMenu),
    );
  return { steps: stepsTo(path, text, stub), commands: boot.line?.regenerate ?? [], executable: [] };
}

/** By the distribution's own tools, which know its disks. */
function restoringWords(family: GrubHost["family"], { path, leadsTo }: FrozenMenu): string {
  const kept = `cp -a /${path} /root/${posix.basename(path)}.before`;
  if (family === "fedora")
    return `By hand: ${kept} && rm /${path} && dnf reinstall grub2-common && grub2-mkconfig -o /${leadsTo}`;
  const [install, make] = leadsTo.includes("grub2")
    ? ["grub2-install", `grub2-mkconfig -o /${leadsTo}`]
    : ["grub-install", `grub-mkconfig -o /${leadsTo}`];
  return `By hand: ${kept} && ${install} && ${make}`;
}
