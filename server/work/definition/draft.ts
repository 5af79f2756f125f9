import * as z from "zod";
import { type DefinitionVersion, definitionVersionSchema } from "../../database/definition-version.schema";
import type { VmKey } from "../../database/definition-versions";
import { AppError } from "../../errors";
import { unifiedDiff } from "../../xml/unified-diff";
import { vmReference } from "../references.schema";
import type { Services } from "../services";

export const versionId = z.int().positive();

/** A definition that a user wrote. `base` is the version on whose ground it was written. */
export const draftInput = vmReference.extend({
  xml: z.string().max(512 * 1024, { error: "A definition has half a million characters at most." }),
  base: versionId,
});

export const problemSchema = z.object({ line: z.number(), message: z.string() });

/** Somebody else changed the definition meanwhile. */
export const conflictSchema = z.object({
  /** The definition as it is now. */
  now: definitionVersionSchema,
  /** What the others changed. */
  theirs: z.string(),
});
type Conflict = z.infer<typeof conflictSchema>;

/** A VM as the key of its versions. */
export function keyOf({ hostId, vmId }: z.output<typeof vmReference>): VmKey {
  return { hostId, vmId: vmId.toLowerCase() };
}

/** What stands against a draft on the ground of `base`. */
export function conflictOf(
  { definitions }: Pick<Services, "definitions">,
  vm: VmKey,
  { base, now }: { base: number; now: DefinitionVersion },
): Conflict {
  const before = definitions.versions.find(vm, base);
  return { now, theirs: before === null ? "" : unifiedDiff(before.xml, now.xml) };
}

/** The saved definition, as the version it is. @throws AppError "conflict" for a VM that has none. */
export async function presentOf(
  { definitions }: Pick<Services, "definitions">,
  vm: VmKey,
): Promise<DefinitionVersion> {
  const present = await definitions.present(vm);
  if (present !== null) return present;
  throw new AppError("conflict", {
    userMessage: "This VM has no saved definition: it is gone, or lasts only until it is shut down.",
  });
}

/** @throws AppError "not-found" for a version that is not kept. */
export function versionOf(
  { definitions }: Pick<Services, "definitions">,
  vm: VmKey,
  id: number,
): DefinitionVersion {
  const version = definitions.versions.find(vm, id);
  if (version !== null) return version;
  throw new AppError("not-found", {
    userMessage: "This version is not kept any more; there are newer ones. Look at the history again.",
  });
}
