import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { namedQuotaSchema } from "../../work/quota/quota-input.schema";
import { seeOwnQuotas } from "../../work/quota/see-own-quotas";
import { seeQuota } from "../../work/quota/see-quota";
import { runAct } from "../../work/run-act";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { type Route, reading } from "../route";

const tag = "Quotas" as const;
const notes =
  "`limits` is the most that the VMs of a user or a group may have together; null is no limit. `used` counts jobs under way as well. `unknown` says why it may be more.";

export const quotaRoutes: readonly Route[] = [
  reading({
    path: "/quotas",
    id: "listQuotas",
    tag,
    title: "List the quotas of all users and groups",
    notes,
    right: "quota.of",
    input: z.object(pageInput),
    output: pageSchema(namedQuotaSchema),
    objects: onInstallation,
    async read(request, page) {
      const { people, groups } = request.services;
      const all = [
        ...people.all().map(({ id }) => ({ kind: "user" as const, id })),
        ...groups.all().map(({ id }) => ({ kind: "group" as const, id })),
      ];
      const { items, next } = pageOf(all, page, ({ kind, id }) => `${kind}/${id}`);
      const quotas = items.map((subject) => runAct(seeQuota, request, { subject }));
      return { items: await Promise.all(quotas), next };
    },
  }),
  reading({
    path: "/quotas/mine",
    id: "listOwnQuotas",
    tag,
    title: "List one's own quotas",
    notes,
    right: "quota.mine",
    input: z.object({}),
    output: z.object({ items: z.array(namedQuotaSchema) }),
    objects: onInstallation,
    read: async (request) => ({ items: await runAct(seeOwnQuotas, request, undefined) }),
  }),
];
