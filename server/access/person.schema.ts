import * as z from "zod";
import { roles } from "./role";

/**
 * `invited`: has not chosen a password yet; `reset`: has to choose a new one; both do so by their link. `disabled`: an
 * administrator has shut them out.
 */
const personStates = ["active", "invited", "reset", "disabled"] as const;

/** A user as the administrators see them. */
export const personSchema = z.object({
  id: z.guid(),
  name: z.string(),
  role: z.enum(roles),
  state: z.enum(personStates),
  /** The provider that they sign in by: its issuer; null of who has, or chooses, a password here. */
  provider: z.string().nullable(),
  /** When their one-time link ends, or has ended, Unix milliseconds; null where they have none. */
  linkExpiresAt: z.number().nullable(),
  /** Unix milliseconds; null before their first session. */
  lastSeenAt: z.number().nullable(),
  /** How many of their sessions are not over. */
  sessions: z.number(),
});
export type Person = z.infer<typeof personSchema>;

/** A sign-in that is valid now, as its user and the administrators see it. */
export const userSessionSchema = z.object({
  id: z.string(),
  /** Unix milliseconds. */
  begunAt: z.number(),
  /** Unix milliseconds, to within five minutes. */
  lastUsedAt: z.number(),
  /** Where it was begun; null where that was not kept yet. */
  address: z.string().nullable(),
  /** "Firefox on Linux"; null where it is not known. */
  browser: z.string().nullable(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type UserSession = z.infer<typeof userSessionSchema>;

/** A one-time link, told once. */
export const joinLinkSchema = z.object({
  /** It stands behind the "#" of the address: browsers keep that to themselves. */
  token: z.string(),
  /** Unix milliseconds. */
  expiresAt: z.number(),
});
