import * as z from "zod";
import { onVm } from "../access/objects-of";
import type { VersionSummary } from "../database/definition-versions";
import { grammarOfDomains } from "../domain/changes/grammar/domain-grammar";
import { vmReference } from "../work/references.schema";
import { previewDefinition, restoreVersion, saveDefinitionText, showVersion } from "./definition-acts";
import { mergeChoices, mergeDraft } from "./definition-merge";
import { ifThere } from "./if-there";
import { push } from "./push";
import { installationProcedure, procedure, router } from "./trpc";

const versionId = z.int().positive();
const xml = z.string().max(512 * 1024, { error: "A definition has half a million characters at most." });
/** `base` is the version on whose ground the user made the text. */
const draft = vmReference.extend({ xml, base: versionId });

export const definitionRouter = router({
  /** The saved definition, without passwords, as the version it is; null where the VM has none. */
  get: procedure(vmReference, onVm).query(({ ctx, input }) => ctx.services.definitions.present(keyOf(input))),
  /** All versions, the latest first, and again whenever there is a new one. */
  watchVersions: procedure(vmReference, onVm).subscription(({ ctx, input, signal }) => {
    const { definitions } = ctx.services;
    const vm = keyOf(input);
    return push<VersionSummary[]>(signal, (sink) => {
      sink(definitions.versions.all(vm));
      return definitions.watch((changed) => {
        if (changed.hostId === vm.hostId && changed.vmId === vm.vmId) sink(definitions.versions.all(vm));
      });
    });
  }),
  /** One version, with what it changed. */
  version: procedure(vmReference.extend({ versionId }), onVm).query(({ ctx, input }) =>
    showVersion(ctx, keyOf(input), input.versionId),
  ),
  /** What may stand where in a domain's XML, by libvirt's schema; null where that is not installed. */
  grammar: installationProcedure.query(() => grammarOfDomains()),
  /** Changes nothing, but takes more than an address can hold. Null where the VM has no saved definition any more. */
  preview: procedure(draft, onVm).mutation(({ ctx, input }) =>
    ifThere(() => previewDefinition(ctx, keyOf(input), input)),
  ),
  /** Puts a draft together with what others changed meanwhile; saves nothing. */
  merge: procedure(draft.extend({ choices: mergeChoices }), onVm).mutation(({ ctx, input }) =>
    mergeDraft(ctx, keyOf(input), input),
  ),
  save: procedure(draft, onVm).mutation(({ ctx, input }) => saveDefinitionText(ctx, keyOf(input), input)),
  restore: procedure(vmReference.extend({ versionId, base: versionId }), onVm).mutation(({ ctx, input }) =>
    restoreVersion(ctx, keyOf(input), input),
  ),
});

function keyOf({ hostId, vmId }: { hostId: string; vmId: string }) {
  return { hostId, vmId: vmId.toLowerCase() };
}
