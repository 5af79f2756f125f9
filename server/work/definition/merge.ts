import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { definitionVersionSchema } from "../../database/definition-version.schema";
import { checkDefinition } from "../../domain/changes/check-definition";
import { mergeDefinitions } from "../../domain/changes/merge/merge-definitions";
import { withinBytes } from "../../units/json-bytes.schema";
import { unifiedDiff } from "../../xml/unified-diff";
import { defineAct } from "../act";
import { draftInput, keyOf, presentOf, problemSchema, versionOf } from "./draft";

/** Puts a draft and the definition as it is now together. Saves nothing: the result is a draft again. */
export const mergeDraft = defineAct({
  name: "definition.merge",
  title: "Merge a draft with what others changed",
  input: draftInput.extend({
    /** By place: whose change a user takes where both changed it. */
    choices: withinBytes(z.record(z.string().max(2000), z.enum(["mine", "theirs"])), 512 * 1024),
  }),
  output: z.object({
    /** The definition as it is now; the ground of the text. */
    now: definitionVersionSchema,
    xml: z.string(),
    /** All places that both changed. In those without a choice the text has theirs. */
    conflicts: z.array(
      z.object({
        place: z.string(),
        name: z.string(),
        mine: z.string().nullable(),
        theirs: z.string().nullable(),
      }),
    ),
    /** From the definition as it is now to the text. */
    diff: z.string(),
    problems: z.array(problemSchema),
  }),
  changes: false,
  objects: onVm,
  async run({ services }, { xml: mine, base, choices, ...reference }) {
    const vm = keyOf(reference);
    const now = await presentOf(services, vm);
    const before = versionOf(services, vm, base);
    const { xml, conflicts } = mergeDefinitions({ base: before.xml, mine, theirs: now.xml }, choices);
    const schemas = services.fleet.host(vm.hostId).machine.schemas.value;
    const problems = await checkDefinition(now.xml, xml, schemas);
    return { now, xml, conflicts, diff: unifiedDiff(now.xml, xml), problems };
  },
});
