import { addForcedModules, removeForcedModules } from "../booster";
import { addEarlyModuleLines, removeModuleLines } from "../module-lines";
import { type Draft, type Refused, refuse } from "./draft";
import type { ModuleChange, ModuleContext } from "./module-change";
import { boosterYaml, initramfsToolsModules } from "./module-paths";
import { earlyInDracut, removeFromDracut } from "./plan-dracut";
import { earlyInMkinitcpio, removeFromMkinitcpio } from "./plan-mkinitcpio";

/** What changes in the lists of the tool that builds the initial RAM disk. */
export function planInitramfs(
  draft: Draft,
  { earlyModules: early, removeModules: gone }: ModuleChange,
  { initramfs, rivals: before }: ModuleContext,
): Refused | null {
  const text = (path: string) => draft.text(path) ?? "";
  switch (initramfs) {
    case "initramfs-tools": {
      const list = initramfsToolsModules;
      return (
        draft.change(list, removeModuleLines(text(list), gone)) ??
        draft.change(list, addEarlyModuleLines(text(list), { early, before }))
      );
    }
    case "booster":
      return (
        draft.change(boosterYaml, removeForcedModules(text(boosterYaml), gone)) ??
        draft.change(boosterYaml, addForcedModules(text(boosterYaml), { early, before }))
      );
    case "dracut":
      return removeFromDracut(draft, gone) ?? earlyInDracut(draft, { early, before });
    case "mkinitcpio":
      return removeFromMkinitcpio(draft, gone) ?? earlyInMkinitcpio(draft, "MODULES", { early, before });
    case "mkinitfs":
      return early.length === 0 ? null : onAlpine(early);
    default:
      return early.length === 0 ? null : noTool(early);
  }
}

/** mkinitfs's init loads what modules= names; mkinitfs(1) packs what its features hold. */
function onAlpine(modules: readonly string[]): Refused {
  return refuse(
    `mkinitfs has no list of modules to load: they are packed by a feature (/etc/mkinitfs/features.d/vfio.modules with lines such as kernel/drivers/vfio, and vfio in features= of /etc/mkinitfs/mkinitfs.conf) and loaded by modules=${modules.join(",")} on the kernel's line.`,
  );
}

function noTool(modules: readonly string[]): Refused {
  return refuse(
    `No list of modules is known that this host's initial RAM disk loads early (${modules.join(", ")}). The kernel's command line can ask for them: rd.driver.pre=${modules[0]}.`,
  );
}
