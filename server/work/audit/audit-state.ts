import * as z from "zod";
import { auditChainSchema } from "../../access/audit-trail/audit.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

/** Whether the audit log is as it was written, and what keeps it from being. */
export const auditState = defineAct({
  name: "audit.state",
  title: "Check the audit log",
  input: z.void(),
  output: z.object({
    chain: auditChainSchema,
    /** What could not be kept or sent on, a sentence each. */
    problems: z.array(z.string()),
    /** After how many days an entry is taken away; null: never. */
    keptDays: z.int().nullable(),
    /** Where entries go besides: "the file /var/log/passdeck-audit.jsonl". */
    sentTo: z.array(z.string()),
  }),
  objects: onInstallation,
  changes: false,
  run: ({ services: { auditStore } }) => auditStore.state(),
});
