import * as z from "zod";

const commands = z.array(z.array(z.string()));
const wordsOfWay = z.object({
  /** While the files are as they were. That one fails says nothing: half of what it takes down may be gone. */
  before: commands,
  /** Once the files are there. */
  after: commands,
});
export const thereAndBackSchema = z.object({ there: wordsOfWay, back: wordsOfWay });

/** A change of the host's network that goes back by itself. */
export const trialSchema = thereAndBackSchema.extend({
  /** That somebody has to say that the host is still reached, from its beginning. */
  seconds: z.number(),
  /** /etc/resolv.conf as it was; null where it is no file of its own, so that a manager's, or there was none. */
  resolver: z.string().nullable().default(null),
  files: z.array(
    z.object({
      /** Without a leading slash. */
      path: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      executable: z.boolean(),
      /** Those that are made for it, the outermost first. */
      folders: z.array(z.string()),
    }),
  ),
});
export type Trial = z.output<typeof trialSchema>;

export const decisions = ["keep", "back"] as const;
export type Decision = (typeof decisions)[number];

/** How far a guard is. */
export const guardStateSchema = z.object({
  pid: z.number(),
  /** Milliseconds since 1970: then it goes back. */
  until: z.number(),
  /** The new network is up. */
  live: z.boolean(),
});
export type GuardState = z.output<typeof guardStateSchema>;

/** How a guard ended that went back. */
export const guardEndSchema = z.object({
  /** Why before its time. */
  cause: z.string().nullable(),
  /** Why the old network may not be whole again. */
  problem: z.string().nullable(),
});
export type GuardEnd = z.output<typeof guardEndSchema>;
