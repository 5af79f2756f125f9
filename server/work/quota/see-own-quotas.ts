import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import type { Subject } from "../../access/share.schema";
import { defineAct } from "../act";
import { namedQuotaSchema } from "./quota-input.schema";

/** One's own quota, and those of one's groups. */
export const seeOwnQuotas = defineAct({
  name: "quota.mine",
  title: "See one's own quotas",
  input: z.void(),
  output: z.array(namedQuotaSchema),
  changes: false,
  objects: onInstallation,
  async run({ services: { groups, quotaBook }, user }) {
    if (user === null) return [];
    const own: { subject: Subject; name: string }[] = [
      { subject: { kind: "user", id: user.id }, name: user.name },
      ...groups.of(user.id).map(({ id, name }) => ({ subject: { kind: "group" as const, id }, name })),
    ];
    return Promise.all(own.map(async (one) => ({ ...one, ...(await quotaBook.usage(one.subject)) })));
  },
});
