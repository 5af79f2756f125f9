import * as z from "zod";

/** Somebody at a console, as whoever sees the list is told of them. */
export const viewerEntrySchema = z.object({
  id: z.guid(),
  /** null where it is not for who asks to know. */
  name: z.string().nullable(),
  /** Where they came from; null where it is not for who asks to know. */
  address: z.string().nullable(),
  /** Since when, Unix milliseconds. */
  since: z.number(),
  /** When something that they typed or pointed at went to the guest last, to two seconds; null where nothing did. */
  lastTypedAt: z.number().nullable(),
  /** They came by a link, without an account. */
  isGuest: z.boolean(),
  /** They only watch. */
  readOnly: z.boolean(),
  /** Nobody else can type. */
  hasKeyboard: z.boolean(),
});
export type ViewerEntry = z.infer<typeof viewerEntrySchema>;
