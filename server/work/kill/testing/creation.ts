import { type CreateRequestInput, createRequestSchema } from "../../../create/create-request.schema";
import type { JobSpec } from "../../../job/jobs";
import { createVm } from "../../create/create-vm";
import type { KillWorld } from "./kill-world";
import { hostId } from "./rooms";

/** The job that makes such a VM. */
export async function creationOf(
  world: KillWorld,
  source: CreateRequestInput["source"],
  start = false,
): Promise<JobSpec> {
  const request = createRequestSchema.parse({ source, start });
  const { plan } = await world.ask(createVm.plan, { hostId, request });
  return world.jobOf(createVm.run, { hostId, request, fingerprint: plan.fingerprint });
}
