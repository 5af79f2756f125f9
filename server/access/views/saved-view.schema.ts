import * as z from "zod";

/** A view of the list of VMs that a user has saved: which VMs, in which order, and how they are grouped. */
export const savedViewSchema = z.object({
  id: z.guid(),
  name: z
    .string()
    .trim()
    .min(1, { error: "Give the view a name." })
    .max(60, { error: "A view's name has at most 60 characters." }),
  /** The search part of the list's address. What a later version means by it, an earlier one passes over. */
  search: z
    .string()
    .max(2000, { error: "A view of so many words can't be saved." })
    .regex(/^\?[\w.~%*+&=-]+$/, { error: "That is no view of the list of VMs." }),
  /** The list opens with it. */
  isDefault: z.boolean(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** With null for the id of a new one. */
export const viewToSaveSchema = savedViewSchema.extend({ id: savedViewSchema.shape.id.nullable() });
export type ViewToSave = z.infer<typeof viewToSaveSchema>;
