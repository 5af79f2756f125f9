import * as z from "zod";
import { wishedChangeSchema } from "../../prepare/change.schema";
import { findingSchema } from "../../prepare/verify/finding.schema";

/** How a change of the host's boot stands. */
const standingSchema = z.enum([
  /** Its job is not over. */
  "applying",
  /** For the restart. */
  "waiting",
  /** The host runs by it already, and starts by it from the next time on: a trial that was kept, or what needs no restart. */
  "running",
  /** The host started by it. */
  "verified",
  /** A trial that the host was started by, all as planned: it is to be kept, or ended. */
  "tried",
  /** The host was started anew, and something is not as planned. */
  "incomplete",
  "undone",
  /** A trial that was made last. */
  "kept",
]);

export const madeChangeSchema = z.object({
  id: z.guid(),
  title: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  by: z.string(),
  state: standingSchema,
  files: z.array(z.object({ file: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  commands: z.array(z.array(z.string())),
  /** What was planned, compared with what is; once it is verified, as it was found then. Empty before the restart. */
  findings: z.array(findingSchema),
  /** What of it the host would lose at its next start; null where it would lose nothing. */
  nextStart: z
    .object({
      /** Files that do not hold it any more. */
      files: z.array(z.string()),
      /** Why it can't be told; null where it can. */
      unknown: z.string().nullable(),
      /** What to ask for to have it there again. */
      change: wishedChangeSchema,
    })
    .nullable(),
  /** It was to be tried at one start alone. */
  trial: z.boolean(),
  /** The change that this one took back, or the trial that it made last. */
  undoes: z.guid().nullable(),
  /** Why it can't be taken back; null where it can, as far as that is known without looking at its files. */
  notUndoable: z.string().nullable(),
});
export type MadeChange = z.infer<typeof madeChangeSchema>;

/** What Passdeck has changed of how a host starts, and whether the host has started by it. */
export const prepareStateSchema = z.object({
  /** Why Passdeck can't change how the host starts; null where it can. */
  unable: z.string().nullable(),
  /** Which start of the host this is: another one after a restart. null where the kernel does not tell. */
  bootId: z.string().nullable(),
  /** A change waits for the restart. */
  restartPending: z.boolean(),
  /** The latest first. */
  changes: z.array(madeChangeSchema),
});
export type PrepareState = z.infer<typeof prepareStateSchema>;
