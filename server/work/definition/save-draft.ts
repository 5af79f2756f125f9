import * as z from "zod";
import { type DefinitionVersion, definitionVersionSchema } from "../../database/definition-version.schema";
import type { VmKey } from "../../database/definition-versions";
import { withPasswordsOf } from "../../domain/changes/passwords";
import { replaceContent } from "../../domain/changes/replace-content";
import { AppError } from "../../errors";
import { fingerprintOf } from "../../xml/fingerprint";
import { parseXml } from "../../xml/xml";
import type { ActContext } from "../act-context";
import { changeDemand } from "../quota/demand";
import { givenDiskProblems } from "../storage/given-disk-problems";
import { changeDefinition } from "./change-definition";
import { DefinitionConflict } from "./definition-conflict";
import { conflictOf, conflictSchema, presentOf } from "./draft";

/** What came of saving. */
export const savedSchema = z.discriminatedUnion("saved", [
  z.object({ saved: z.literal(true), version: definitionVersionSchema, active: z.boolean() }),
  z.object({ saved: z.literal(false), conflict: conflictSchema }),
]);

/**
 * Makes a text the VM's definition, unless somebody else changed that since `before`. Passwords stay.
 * @throws AppError "conflict" where it would give the VM a disk that it may not read so (`storage/given-disk`), and where
 * a quota does not allow it.
 */
export async function saveDraft(
  { services, by }: ActContext,
  vm: VmKey,
  { xml, before, what }: { xml: string; before: DefinitionVersion; what: string },
): Promise<z.infer<typeof savedSchema>> {
  const { fleet } = services;
  const { name } = fleet.vm(vm.hostId, vm.vmId).summary;
  const given = { before: before.xml, after: xml, vmName: name };
  const problems = await givenDiskProblems(fleet.host(vm.hostId), given);
  if (problems.length > 0)
    throw new AppError("conflict", { userMessage: `Nothing was saved. ${problems.join(" ")}` });
  try {
    const change = () =>
      changeDefinition(services, {
        ...vm,
        by,
        what,
        base: fingerprintOf(before.xml),
        edit: (document) => replaceContent(document, withPasswordsOf(document, parseXml(xml))),
      });
    const demand = changeDemand({ vm, name, before: before.xml, after: xml });
    const { active } = await services.quotaBook.during([demand], change);
    return { saved: true, version: await presentOf(services, vm), active };
  } catch (error) {
    if (!(error instanceof DefinitionConflict)) throw error;
    return { saved: false, conflict: conflictOf(services, vm, { base: before.id, now: error.now }) };
  }
}
