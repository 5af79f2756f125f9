import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { namedQuotaSchema, ofSubject } from "./quota-input.schema";

/** What a user's or a group's VMs may have together, and what they have. */
export const seeQuota = defineAct({
  name: "quota.of",
  title: "See a quota",
  input: ofSubject,
  output: namedQuotaSchema,
  changes: false,
  objects: onInstallation,
  async run({ services: { shares, quotaBook } }, { subject }) {
    return { subject, name: shares.nameOf(subject), ...(await quotaBook.usage(subject)) };
  },
});
