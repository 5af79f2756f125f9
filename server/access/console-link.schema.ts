import * as z from "zod";

/** How long a link to a console works, in minutes, and how many at a time may use it. */
export const consoleLinkLimits = { mostMinutes: 7 * 24 * 60, perVm: 20, guests: 4 } as const;

/** Whom a link is for, in its maker's words; empty where they say nothing. */
export const linkLabel = z
  .string()
  .trim()
  .max(64, "A label has 64 characters at most.")
  .regex(/^[^\p{C}]*$/u, "A label has no control characters.");

/** A link that works, as who may make such links is told of it. What opens the console is not in it. */
export const consoleLinkSchema = z.object({
  id: z.guid(),
  kind: z.enum(["serial", "graphical"]),
  readOnly: z.boolean(),
  label: z.string().nullable(),
  /** The user's name. */
  madeBy: z.string(),
  /** Unix milliseconds, as all times here. */
  createdAt: z.number(),
  expiresAt: z.number(),
  /** When it was last used to connect, and from where; null where it was not, or where that is not for who asks to know. */
  lastUsedAt: z.number().nullable(),
  lastUsedAddress: z.string().nullable(),
  /** Who is at the console by it now. */
  guests: z.array(z.object({ id: z.guid(), since: z.number(), address: z.string().nullable() })),
});
export type ConsoleLinkEntry = z.infer<typeof consoleLinkSchema>;
