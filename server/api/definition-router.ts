import * as z from "zod";
import { onHost, onVm } from "../access/objects-of";
import {
  definitionVersionSchema,
  type VersionSummary,
  versionSummarySchema,
} from "../database/definition-version.schema";
import { grammarOfDomains } from "../domain/changes/grammar/domain-grammar";
import { grammarSchema } from "../domain/changes/grammar/grammar.schema";
import { keyOf, versionId } from "../work/definition/draft";
import { exportedTextSchema, exportInput, exportVm } from "../work/definition/export";
import { mergeDraft } from "../work/definition/merge";
import { previewDefinition } from "../work/definition/preview";
import { restoreDefinition } from "../work/definition/restore";
import { saveDefinition } from "../work/definition/save";
import { hostReference, vmReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { shownVersionSchema, showVersion } from "./definition-version";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const definitionRouter = router({
  /** The saved definition, without passwords, as the version it is; null where the VM has none. */
  get: procedure(vmReference, onVm)
    .output(definitionVersionSchema.nullable())
    .query(({ ctx, input }) => ctx.services.definitions.present(keyOf(input))),
  /** All versions, the latest first, and again whenever there is a new one. */
  watchVersions: procedure(vmReference, onVm)
    .output(stream(z.array(versionSummarySchema)))
    .subscription(({ ctx, input, signal }) => {
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
  version: procedure(vmReference.extend({ versionId }), onVm)
    .output(shownVersionSchema)
    .query(({ ctx, input }) => showVersion(ctx, keyOf(input), input.versionId)),
  /** What may stand where in a domain's XML, by the host's libvirt's schema; null where that can't be read or is not installed. */
  grammar: procedure(hostReference, onHost)
    .output(grammarSchema.nullable())
    .query(({ ctx, input }) => {
      const { value: schemas } = ctx.services.fleet.host(input.hostId).machine.schemas;
      return schemas === null ? null : grammarOfDomains(schemas);
    }),
  /** The VM in another program's format. */
  export: procedure(exportInput, onVm)
    .output(exportedTextSchema)
    .query(({ ctx, input }) => exportVm(ctx.services, input)),
  /** It takes more than an address can hold, as the others do. */
  preview: mutation(previewDefinition),
  merge: mutation(mergeDraft),
  save: mutation(saveDefinition),
  restore: mutation(restoreDefinition),
});
