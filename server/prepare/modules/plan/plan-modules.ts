import type { FileText } from "../../edit";
import { Draft, type ModuleFiles, type ModuleStep } from "./draft";
import type { ModuleChange, ModuleContext } from "./module-change";
import { etcModules, modulesLoadD, sysctlD } from "./module-paths";
import { planBinding } from "./plan-binding";
import { planInitramfs } from "./plan-initramfs";
import { planHugePages, planLoading } from "./plan-loading";
import { planModprobe } from "./plan-modprobe";

export interface ModulePlan {
  /** In the order in which they are to be written. */
  steps: readonly ModuleStep[];
  /** Whether the initial RAM disks have to be built anew. */
  rebuild: boolean;
  /** Why nothing is done, and a file that would do it where there is one. */
  refused: { reason: string; instead: FileText | null } | null;
}

/**
 * What a change makes of a host's module and initramfs files. Pure; what is there already is no step. One refusal refuses
 * the whole.
 */
export function planModules(files: ModuleFiles, change: ModuleChange, context: ModuleContext): ModulePlan {
  const draft = new Draft(files);
  const refused =
    planModprobe(draft, change, context) ??
    planInitramfs(draft, change, context) ??
    planBinding(draft, change, context) ??
    planLoading(draft, change) ??
    planHugePages(draft, change, context);
  if (refused !== null) {
    return { steps: [], rebuild: false, refused: { reason: refused.reason, instead: refused.instead } };
  }
  const steps = draft.steps();
  const rebuild = context.initramfs !== null && steps.some(({ file }) => !isReadAfterwards(file));
  return { steps, rebuild, refused: null };
}

/** What is read once the host's own root is there, and not by the initial RAM disk. */
function isReadAfterwards(file: string): boolean {
  const folders = ["etc/driverctl.d", modulesLoadD.folders[0], sysctlD.folders[0]];
  return (
    file === etcModules ||
    file === "etc/sysctl.conf" ||
    folders.some((folder) => file.startsWith(`${folder}/`))
  );
}
