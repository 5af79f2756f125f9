import * as z from "zod";
import { auditFilterSchema, auditLineSchema } from "../../access/audit-trail/audit.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

const pageLength = 100;

/** Who did what: the latest entries of the audit that match, and from which on there are more. */
export const listAudit = defineAct({
  name: "audit.list",
  title: "Look at the audit log",
  input: auditFilterSchema.extend({
    /** Only entries older than that of this id; null: from the latest on. */
    before: z.int().nullable().default(null),
  }),
  output: z.object({
    lines: z.array(auditLineSchema),
    /** What to ask for as `before` to read on; null at the end. */
    next: z.int().nullable(),
  }),
  objects: onInstallation,
  changes: false,
  run({ services: { auditStore } }, { before, ...filter }) {
    const lines = auditStore.search.page(filter, { before, limit: pageLength });
    return { lines, next: lines.length < pageLength ? null : (lines.at(-1)?.id ?? null) };
  },
});
