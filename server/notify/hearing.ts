import { can, type Who } from "../access/can";
import { onHost, onVm } from "../access/objects-of";
import type { Act } from "../access/rights";
import type { Job } from "../job/job.schema";
import type { Owner } from "./channel-store";
import type { Occurrence } from "./occurrence.schema";
import { accountPage } from "./pages";
import { jobText } from "./sources/job-text";
import type { Subject } from "./subject.schema";

/** Told to the one whom it concerns alone. */
const personal: ReadonlySet<Subject> = new Set(["booking-ends", "booking-ended", "booking-turn"]);

/** What of a host somebody has to see to hear of it. */
const actOf: Partial<Record<Subject, Act>> = {
  "pool-nearly-full": "storage.watch",
  "host-unreachable": "host.see",
  "host-back": "host.see",
  "check-failed": "host.watchReport",
};

export interface HearingParts {
  /** Who a user is by now; null of one who may not sign in. */
  whoIs(userId: string): Who | null;
  /** A job as somebody may see it; null where they may not, or it is no more. */
  seenJob(who: Who, jobId: string): Job | null;
}

/**
 * What may be told of an occurrence to the owner of a channel, by what they may see now; null where nothing may. A channel of
 * the house is its administrators', who see everything.
 */
export function heardBy(parts: HearingParts, owner: Owner, occurrence: Occurrence): Occurrence | null {
  if (owner === null) return occurrence;
  const who = parts.whoIs(owner);
  if (who === null) return null;
  const { subject, hostId, vmId, jobId, userId } = occurrence;
  if (subject === "test") return occurrence;
  if (subject === "sign-in") return userId === owner ? { ...occurrence, page: accountPage } : null;
  if (personal.has(subject)) return userId === owner ? occurrence : null;
  if (jobId !== null) {
    const job = parts.seenJob(who, jobId);
    return job && { ...occurrence, ...jobText(job) };
  }
  if (hostId === null) return null;
  if (vmId !== null) return can(who, "vm.see", onVm({ hostId, vmId })) ? occurrence : null;
  const act = actOf[subject];
  return act !== undefined && can(who, act, onHost({ hostId })) ? occurrence : null;
}
