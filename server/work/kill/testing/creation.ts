import { type CreateRequestInput, createRequestSchema } from "../../../create/create-request.schema";
import type { JobSpec } from "../../../job/jobs";
import { createVm } from "../../create/create-vm";
import { answersToKeep } from "../../create/prepare-creation";
import type { KillWorld } from "./kill-world";
import { hostId, keptAnswers } from "./rooms";

/** The job that makes such a VM. */
export async function creationOf(
  world: KillWorld,
  source: CreateRequestInput["source"],
  start = false,
): Promise<JobSpec> {
  const request = createRequestSchema.parse({ source, start });
  const placed = answersToKeep(request);
  world.kept = placed === null ? [] : [placed];
  const more = { answers: keptAnswers() };
  const { plan } = await world.ask(createVm.plan, { hostId, request }, undefined, more);
  if (plan.refusal !== null) throw new Error(plan.refusal);
  return world.jobOf(createVm.run, { hostId, request, fingerprint: plan.fingerprint }, more);
}
