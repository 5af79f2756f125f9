import * as z from "zod";

/** A file that a change of the host's boot touches. null: there is no file. */
export const changedFileSchema = z.object({
  /** Without a leading slash. */
  path: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of a new file. */
  executable: z.boolean(),
  /** Folders that are made for it, the outermost first, and go with it. */
  folders: z.array(z.string()),
});
export type ChangedFile = z.infer<typeof changedFileSchema>;

/** Something that Passdeck changed of how a host starts. */
export const bootChangeSchema = z.object({
  id: z.guid(),
  hostId: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  by: z.string(),
  /** `applying`: its job is not over; `waiting`: for the restart; `verified`: the host started by it. */
  state: z.enum(["applying", "waiting", "verified"]),
  /** The start of the host in which it was made (boot_id); null where that is not known. */
  bootId: z.string().nullable(),
  /** Whether a program was run that makes menus or disks of the files. */
  generated: z.boolean(),
  files: z.array(changedFileSchema),
  commands: z.array(z.array(z.string())),
  /** What was asked for, as who asked understands it. */
  wish: z.json(),
  /** What was found when it was verified, as who verified it understands it; null where nothing is kept. */
  findings: z.json().nullable(),
  undoes: z.guid().nullable(),
  undoneBy: z.guid().nullable(),
});
export type BootChange = z.infer<typeof bootChangeSchema>;
