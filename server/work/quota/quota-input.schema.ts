import * as z from "zod";
import { quotaUseSchema } from "../../access/quota.schema";
import { subjectSchema } from "../../access/share.schema";

/** Whose quota an act is about. */
export const ofSubject = z.object({ subject: subjectSchema });

/** Somebody's quota, and how much of it is used. */
export const namedQuotaSchema = quotaUseSchema.extend({
  subject: subjectSchema,
  /** The user's or the group's. */
  name: z.string(),
});
