import * as z from "zod";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { bindingInputSchema } from "../../pci/binding/binding-step";
import type { HostBindings } from "../binding/host-bindings";
import type { HostPreparations } from "./host-preparations";
import { prepareInputSchema } from "./prepared-change.schema";

export const returnKindName = "return-for-good";

/** null of what has nothing to be done. */
const returnInputSchema = z.object({
  binding: bindingInputSchema.nullable(),
  change: prepareInputSchema,
});

/** The job that returns cards to the host now and at the next start: the steps of both, those that count now first. */
export function returnKind({
  bindings,
  preparations,
}: {
  bindings: HostBindings;
  preparations: HostPreparations;
}): JobKind<typeof returnKindName> {
  return defineJobKind(returnKindName, returnInputSchema, (hostId, { binding, change }) => [
    ...(binding === null ? [] : bindings.kind("return").stepsOf(hostId, binding)),
    ...preparations.kind().stepsOf(hostId, change),
  ]);
}
