import * as z from "zod";
import type { DefinitionVersion, VmKey } from "../database/definition-versions";
import { checkDefinition, type DefinitionProblem } from "../domain/changes/check-definition";
import type { MergeConflict } from "../domain/changes/merge/conflict";
import { mergeDefinitions } from "../domain/changes/merge/merge-definitions";
import { unifiedDiff } from "../domain/changes/unified-diff";
import type { Context } from "./context";
import { type Draft, presentOf, versionOf } from "./definition-acts";

/** By place: whose change a user takes where both changed it. */
export const mergeChoices = z.record(z.string().max(2000), z.enum(["mine", "theirs"]));

/** A draft, put together with what others changed since it was begun. */
export interface MergedDraft {
  /** The definition as it is now; the ground of the text. */
  now: DefinitionVersion;
  xml: string;
  /** All places that both changed. In those without a choice the text has theirs. */
  conflicts: MergeConflict[];
  /** From the definition as it is now to the text. */
  diff: string;
  problems: DefinitionProblem[];
}

/** Puts a draft and the definition as it is now together. Changes nothing: the result is a draft again. */
export async function mergeDraft(
  { services }: Context,
  vm: VmKey,
  { xml: mine, base, choices }: Draft & { choices: z.infer<typeof mergeChoices> },
): Promise<MergedDraft> {
  const now = await presentOf(services, vm);
  const before = versionOf(services, vm, base);
  const { xml, conflicts } = mergeDefinitions({ base: before.xml, mine, theirs: now.xml }, choices);
  const problems = await checkDefinition(now.xml, xml);
  return { now, xml, conflicts, diff: unifiedDiff(now.xml, xml), problems };
}
