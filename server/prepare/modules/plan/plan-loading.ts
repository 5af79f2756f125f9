import { setHugePages, setsHugePages } from "../huge-pages";
import { loadModules, ownModulesLoad, removeModuleLines } from "../module-lines";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";
import type { ModuleChange, ModuleContext } from "./module-change";
import { etcModules, modulesLoadD, ownSysctl, sysctlConf, sysctlD } from "./module-paths";

/** What changes in the lists of modules that are loaded once the host's own root is there. */
export function planLoading(
  draft: Draft,
  { loadModules: add, removeModules: gone }: ModuleChange,
): Refused | null {
  const lists = [etcModules, ...draft.pathsIn(modulesLoadD)];
  const removed = untilRefused(lists, (path) =>
    draft.changeIn(modulesLoadD, path, removeModuleLines(draft.text(path) ?? "", gone)),
  );
  if (removed !== null) return removed;
  const there = draft.texts(lists);
  const missing = add.filter((module) => !there.some((text) => hasModule(text, module)));
  return draft.change(ownModulesLoad, loadModules(draft.text(ownModulesLoad) ?? "", missing));
}

/** Huge pages that the host allocates once it has started, where its files are read last. */
export function planHugePages(
  draft: Draft,
  { hugePages }: ModuleChange,
  { memory }: ModuleContext,
): Refused | null {
  if (hugePages === null) return null;
  if (memory === null) {
    return refuse(
      "How much memory the host has is not known, so it is not known how much of it huge pages may take.",
    );
  }
  const files = [...draft.pathsIn(sysctlD), sysctlConf];
  const last = files.findLast((path) => setsHugePages(draft.text(path) ?? "")) ?? ownSysctl;
  const edit = setHugePages(draft.text(last) ?? "", hugePages, memory);
  return draft.changeIn(sysctlD, last, edit);
}

function hasModule(text: string, module: string): boolean {
  const edit = loadModules(text, [module]);
  return edit.kind === "text" && edit.text === text;
}
