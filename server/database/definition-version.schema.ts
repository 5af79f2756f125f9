import * as z from "zod";

/** A definition that a VM has, or had. */
export const definitionVersionSchema = z.object({
  /** Grows with each version. */
  id: z.number(),
  hostId: z.string(),
  vmId: z.string(),
  /** When Passdeck wrote it down, Unix milliseconds. */
  at: z.number(),
  /** A user's name; null where it was changed outside Passdeck. */
  by: z.string().nullable(),
  /** What was done, in a line. */
  what: z.string(),
  /** The saved definition, without passwords. */
  xml: z.string(),
});

/** What a list of versions shows. */
export const versionSummarySchema = definitionVersionSchema.omit({ xml: true });

export type DefinitionVersion = z.infer<typeof definitionVersionSchema>;
export type VersionSummary = z.infer<typeof versionSummarySchema>;
