import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { changedParts } from "../../domain/changes/changed-parts";
import { checkDefinition } from "../../domain/changes/check-definition";
import { AppError } from "../../errors";
import { isActive } from "../../fleet/read-vm";
import { unifiedDiff } from "../../xml/unified-diff";
import { defineAct } from "../act";
import type { ActContext } from "../act-context";
import { addedReachWords } from "../reach/added-reach";
import { givenDiskProblems } from "../storage/given-disk-problems";
import { conflictOf, conflictSchema, draftInput, keyOf, problemSchema } from "./draft";

const previewSchema = z.object({
  /** From the definition as it is now to the draft. */
  diff: z.string(),
  problems: z.array(problemSchema),
  /** What of the host the VM would reach and does not now, a sentence each. */
  reach: z.array(z.string()),
  /** What waits for the VM's next start; empty of a VM that is off. */
  afterRestart: z.array(z.string()),
  conflict: conflictSchema.nullable(),
});

/** Tells what saving a draft would do; null of a VM that is gone or has no saved definition any more. */
export const previewDefinition = defineAct({
  name: "definition.preview",
  title: "Preview a definition",
  input: draftInput,
  output: previewSchema.nullable(),
  changes: false,
  objects: onVm,
  async run(context, draft) {
    try {
      return await previewOf(context, draft);
    } catch (error) {
      if (error instanceof AppError && error.code === "not-found") return null;
      throw error;
    }
  },
});

async function previewOf(
  { services }: ActContext,
  { xml, base, ...reference }: z.output<typeof draftInput>,
): Promise<z.infer<typeof previewSchema> | null> {
  const vm = keyOf(reference);
  const now = await services.definitions.present(vm);
  if (now === null) return null;
  const { fleet } = services;
  const host = fleet.host(vm.hostId);
  const { name, state } = fleet.vm(vm.hostId, vm.vmId).summary;
  const written = await checkDefinition(now.xml, xml, host.machine.schemas.value);
  const given = { before: now.xml, after: xml, vmName: name };
  const disks = written.length > 0 ? [] : await givenDiskProblems(host, given);
  const line = xml.slice(0, Math.max(0, xml.indexOf("<disk"))).split("\n").length;
  const problems = [...written, ...disks.map((message) => ({ line, message }))];
  const running = isActive(state);
  const changes = running && problems.length === 0 ? changedParts(now.xml, xml) : [];
  return {
    diff: unifiedDiff(now.xml, xml),
    problems,
    reach: problems.length === 0 ? await addedReachWords(fleet, vm.hostId, now.xml, xml) : [],
    afterRestart: changes.map(({ part, how }) => `${part} ${how}`),
    conflict: now.id === base ? null : conflictOf(services, vm, { base, now }),
  };
}
