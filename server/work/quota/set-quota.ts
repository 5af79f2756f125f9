import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { type Quota, quotaSchema } from "../../access/quota.schema";
import { amountText, resourceLabels, resources } from "../../access/quota-words.schema";
import { defineAct } from "../act";
import { ofSubject } from "./quota-input.schema";

/** Limits what a user's or a group's VMs may have together. What they have already stays. */
export const setQuota = defineAct({
  name: "quota.set",
  title: "Set a quota",
  input: ofSubject.extend({ quota: quotaSchema }),
  output: z.void(),
  objects: onInstallation,
  run({ services: { shares, quotas }, tell }, { subject, quota }) {
    tell({
      title: `Set the quota of the ${subject.kind} ${shares.nameOf(subject)} to ${limitsInWords(quota)}`,
    });
    quotas.set(subject, quota);
  },
});

/** "VMs 2, vCPUs 4", "no limit" */
function limitsInWords(quota: Quota): string {
  const limits = resources.flatMap((resource) => {
    const limit = quota[resource];
    return limit === null ? [] : `${resourceLabels[resource]} ${amountText(resource, limit)}`;
  });
  return limits.length === 0 ? "no limit" : limits.join(", ");
}
