import { treeOf } from "../host/tree.test-data";
import { type LineChange, noLineChange } from "./kernel-line/line-change";
import { type ModuleChange, noModuleChange } from "./modules/plan/module-change";
import { type PreparePlan, planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";

export type Files = Readonly<Record<string, string>>;

/** What two parameters take that every guide asks for. */
export const added = { add: ["intel_iommu=on", "iommu=pt"] };

export async function planOf(
  files: Files,
  line: Partial<LineChange>,
  modules: Partial<ModuleChange> = {},
): Promise<PreparePlan> {
  const host = await readPrepareHost(await treeOf(files), []);
  return planPrepare(host, {
    line: { ...noLineChange, ...line },
    modules: { ...noModuleChange, ...modules },
  });
}

/** The files with a plan's steps done. */
export function carriedOut(files: Files, { steps }: PreparePlan): Files {
  return { ...files, ...Object.fromEntries(steps.map(({ file, after }) => [file.slice(1), after])) };
}

/** What a change of the line makes of a file, or why it is refused; and the file once that is taken away again. */
export async function thereAndBack(
  files: Files,
  path: string,
  line: Partial<LineChange> = added,
): Promise<{ after: string; back: string }> {
  const plan = await planOf(files, line);
  if (plan.refused !== null) return { after: `refused: ${plan.refused.reason}`, back: "" };
  const changed = carriedOut(files, plan);
  const undone = await planOf(changed, { remove: line.add ?? [], removeIds: line.addIds ?? [] });
  return { after: changed[path] ?? "", back: carriedOut(changed, undone)[path] ?? "" };
}

/** A variable of the Boot Loader Interface, as efivarfs shows it. */
export function efi(name: string, text: string): Files {
  const utf16 = [...text, "\0"].map((letter) => `${letter}\0`).join("");
  return {
    [`sys/firmware/efi/efivars/${name}-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f`]: `\u0006\0\0\0${utf16}`,
  };
}
