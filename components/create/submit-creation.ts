import { type ApiOutputs, trpc } from "@/components/data/client";
import type { Subject } from "@/server/access/share.schema";
import type { CreateRequest } from "@/server/create/create-request.schema";
import type { Plan } from "@/server/plan.schema";
import { withPasswordHash } from "./state/password-hash";

/** What was planned and shown, and the password that stands in it only as a stand-in. */
export interface Submission {
  hostId: string;
  request: CreateRequest;
  owner: Subject | null;
  plan: Plan;
  password: string;
}

/**
 * Makes a VM as it was planned. A password is hashed now, once, and the server plans with the hash: it is in no plan
 * that is shown, but in the fingerprint.
 * @throws where the plan is not the one that was shown any more
 */
export async function submitCreation(submission: Submission): Promise<ApiOutputs["create"]["run"]> {
  const { hostId, owner, plan } = submission;
  const request = await withPasswordHash(submission.request, submission.password);
  if (request === submission.request) {
    return trpc.create.run.mutate({ hostId, request, owner, fingerprint: plan.fingerprint });
  }
  const { plan: hashed } = await trpc.create.plan.mutate({ hostId, request, owner });
  if (!isSameShown(plan, hashed)) {
    throw new Error("The host has changed, and the plan with it. Review the plan, then create the VM.");
  }
  return trpc.create.run.mutate({ hostId, request, owner, fingerprint: hashed.fingerprint });
}

/** Whether two plans show the same. */
function isSameShown(one: Plan, other: Plan): boolean {
  const [left, right] = [one, other].map((plan) => JSON.stringify({ ...plan, fingerprint: "", quotas: [] }));
  return left === right;
}
