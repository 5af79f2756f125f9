import { noQuota } from "../../../access/quota.schema";
import type { Subject } from "../../../access/share.schema";
import type { Shares } from "../../../access/shares";
import { type CreateRequestInput, createRequestSchema } from "../../../create/create-request.schema";
import type { JobSpec } from "../../../job/jobs";
import { createVm } from "../../create/create-vm";
import { answersToKeep } from "../../create/prepare-creation";
import type { NamedDevices } from "../../named/named-devices";
import { lookOf } from "../../quota/demand";
import { QuotaBook } from "../../quota/quota-book";
import type { KillWorld } from "./kill-world";
import { hostId, keptAnswers } from "./rooms";

/** The job that makes such a VM. */
export async function creationOf(
  world: KillWorld,
  source: CreateRequestInput["source"],
  start = false,
  owner: { subject: Subject; name: string } | null = null,
): Promise<JobSpec> {
  const request = createRequestSchema.parse({ source, start });
  const placed = answersToKeep(request);
  world.kept = placed === null ? [] : [placed];
  const shares = { nameOf: () => owner?.name, ownersOf: () => [], ownedBy: () => [] } as unknown as Shares;
  const quotas = { of: () => noQuota };
  const jobs = { reserved: () => [] };
  const quotaBook = new QuotaBook({ vms: lookOf(world.fleet), shares, quotas, jobs });
  const named = { of: () => [] } as unknown as NamedDevices;
  const more = { answers: keptAnswers(), shares, quotaBook, named };
  const wish = { hostId, request, owner: owner?.subject ?? null };
  const { plan } = await world.ask(createVm.plan, wish, undefined, more);
  if (plan.refusal !== null) throw new Error(plan.refusal);
  return world.jobOf(createVm.run, { ...wish, fingerprint: plan.fingerprint }, more);
}
