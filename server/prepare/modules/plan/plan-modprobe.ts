import { moduleName } from "../../../host/modules/modprobe-configuration";
import { blacklistModules, isBlacklisted, unblacklistModules } from "../modprobe/blacklist";
import { addSoftdep, hasSoftdep } from "../modprobe/softdep";
import { addVfioIds, installOfVfio, refusedInstall, removeVfioIds, vfioIdsOf } from "../modprobe/vfio-ids";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";
import { handsIds } from "./ids-of-initramfs";
import type { AddedAndRemoved, ModuleChange, ModuleContext } from "./module-change";
import { initramfsToolsModules, modprobeD, ownModprobe } from "./module-paths";

/** What changes in modprobe.d(5). What is new goes into the owner's file for it, or a file of our own. */
export function planModprobe(draft: Draft, change: ModuleChange, context: ModuleContext): Refused | null {
  return (
    refuseIdsOfInitramfs(draft, change.vfioIds) ??
    removeIds(draft, change.vfioIds.remove) ??
    addIds(draft, change.vfioIds.add, context) ??
    untilRefused(change.softdeps, (module) => softdep(draft, module, context)) ??
    untilRefused(draft.pathsIn(modprobeD), (path) =>
      draft.changeIn(modprobeD, path, unblacklistModules(draft.text(path) ?? "", change.blacklist.remove)),
    ) ??
    blacklist(draft, change.blacklist.add)
  );
}

function refuseIdsOfInitramfs(draft: Draft, { add, remove }: AddedAndRemoved): Refused | null {
  if (add.length + remove.length === 0 || !handsIds(draft.text(initramfsToolsModules) ?? "")) return null;
  return refuse(
    `/${initramfsToolsModules} hands vfio_pci ids of its own, which modprobe puts last. Move them to /etc/modprobe.d first.`,
  );
}

function addIds(draft: Draft, ids: readonly string[], { builtIn, twins }: ModuleContext): Refused | null {
  if (ids.length === 0) return null;
  if (builtIn.has("vfio_pci")) {
    return refuse(
      "vfio-pci is part of the kernel here, which reads no modprobe.d: its ids stand on the kernel's command line.",
    );
  }
  const paths = draft.pathsIn(modprobeD);
  const program = draft
    .texts(paths)
    .map(installOfVfio)
    .find((one) => one !== null);
  if (program !== undefined && program !== null) return draft.change(ownModprobe, refusedInstall(program));
  const holder = paths.findLast((path) => vfioIdsOf(draft.text(path) ?? "") !== null);
  const file = holder ?? fileOfVfio(draft);
  return draft.changeIn(modprobeD, file, addVfioIds(draft.text(file) ?? "", ids, twins));
}

/** The last list of all files counts; a list that another one stood before must not come to count by it. */
function removeIds(draft: Draft, ids: readonly string[]): Refused | null {
  const before = idsInForce(draft);
  const left = before.filter((id) => !ids.some((gone) => gone.toLowerCase() === id));
  const stopped = untilRefused(ids.length === 0 ? [] : draft.pathsIn(modprobeD), (path) =>
    draft.changeIn(modprobeD, path, removeVfioIds(draft.text(path) ?? "", ids)),
  );
  const woken = idsInForce(draft).filter((id) => !left.includes(id));
  if (stopped !== null || woken.length === 0) return stopped;
  return refuse(
    `Without these ids a list in another file counts that did not until now (${woken.join(", ")}). Put the lists together first.`,
  );
}

function idsInForce(draft: Draft): readonly string[] {
  const lists = draft.texts(draft.pathsIn(modprobeD)).map(vfioIdsOf);
  return lists.findLast((ids) => ids !== null) ?? [];
}

function softdep(draft: Draft, module: string, { builtIn }: ModuleContext): Refused | null {
  if (builtIn.has(moduleName(module))) {
    return refuse(
      `${module} is part of the kernel here, so nothing can be loaded before it. Bind the device by its address.`,
    );
  }
  const first = draft.pathsIn(modprobeD).find((path) => hasSoftdep(draft.text(path) ?? "", module));
  const file = first ?? fileOfVfio(draft);
  return draft.changeIn(modprobeD, file, addSoftdep(draft.text(file) ?? "", module));
}

function blacklist(draft: Draft, modules: readonly string[]): Refused | null {
  const texts = draft.texts(draft.pathsIn(modprobeD));
  const missing = modules.filter((module) => !texts.some((text) => isBlacklisted(text, module)));
  if (missing.length === 0) return null;
  const file = fileFor(draft, (path) => path === "etc/modprobe.d/blacklist.conf");
  return draft.change(file, blacklistModules(draft.text(file) ?? "", missing));
}

/** The file that new lines about vfio-pci go into: where the host's owner has such lines, commented or not. */
function fileOfVfio(draft: Draft): string {
  return fileFor(draft, (_, text) => /vfio[-_]pci/.test(text));
}

/** The owner's file that is meant for lines of this kind; ours where there is none. */
function fileFor(draft: Draft, isMeant: (path: string, text: string) => boolean): string {
  if (draft.text(ownModprobe) !== null) return ownModprobe;
  const owned = draft.pathsIn(modprobeD).filter((path) => path.startsWith(`${modprobeD.folders[0]}/`));
  return owned.findLast((path) => isMeant(path, draft.text(path) ?? "")) ?? ownModprobe;
}
