import * as z from "zod";
import { sharedLevels } from "./shared-rights";

/** With whom something is shared: a user, or all members of a group. */
export const subjectSchema = z.object({ kind: z.enum(["user", "group"]), id: z.guid() });
export type Subject = z.infer<typeof subjectSchema>;

/** The same by their name, as who may not see all users and groups knows them. */
export const namedSubjectSchema = z.object({
  kind: subjectSchema.shape.kind,
  name: z.string().trim().min(1, "Name a user or a group.").max(64),
});
export type NamedSubject = z.infer<typeof namedSubjectSchema>;

/** Somebody whom something is shared with. */
export const shareSchema = z.object({
  subject: subjectSchema,
  /** The user's or the group's. */
  name: z.string(),
  level: z.enum(sharedLevels),
});
export type Share = z.infer<typeof shareSchema>;

/** A VM that is shared with somebody. */
export const sharedVmSchema = z.object({
  hostId: z.string(),
  vmId: z.string(),
  /** What it is called; null of one that is not there. */
  name: z.string().nullable(),
  level: z.enum(sharedLevels),
  /** The group that has it; null where it is shared with the user themselves. */
  group: z.string().nullable(),
});
export type SharedVm = z.infer<typeof sharedVmSchema>;

/** A named device that is shared with somebody. */
export const sharedDeviceSchema = z.object({
  hostId: z.string(),
  name: z.string(),
  level: z.enum(sharedLevels),
  group: z.string().nullable(),
});

/** Users with whom VMs and named devices are shared together. */
export const groupSchema = z.object({
  id: z.guid(),
  name: z.string(),
  members: z.array(z.object({ id: z.guid(), name: z.string() })),
  /** How many VMs are shared with it. */
  vms: z.number(),
  /** How many named devices are. */
  devices: z.number(),
});
export type Group = z.infer<typeof groupSchema>;

/** A group's name, as it is typed in. */
export const groupName = z
  .string()
  .trim()
  .min(1, "Give the group a name.")
  .max(64, "A group's name has 64 characters at most.")
  .regex(/^[^\p{C}]*$/u, "A group's name has no control characters.");
