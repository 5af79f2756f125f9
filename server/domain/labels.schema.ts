import * as z from "zod";

/** Of one VM. */
export const mostTags = 20;

/** One word without a comma, as addresses and filters have several; in lower case, so that “Prod” and “prod” are one. */
export const tagSchema = z
  .string()
  .trim()
  .toLowerCase()
  .normalize()
  .max(40, { error: "A tag has at most 40 characters." })
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.:+-]*$/u, {
    error: "A tag is one word of letters, digits and . _ : + -, and begins with a letter or digit.",
  });

/** A folder of VMs: “Web/Production” is Production in Web. It is there as long as a VM is in it. */
export const folderSchema = z
  .string()
  .normalize()
  .overwrite(neatFolder)
  .max(200, { error: "A folder has at most 200 characters." })
  .regex(/^[^/\p{C}]{1,64}(?:\/[^/\p{C}]{1,64}){0,7}$/u, {
    error: "A folder is a name, or up to 8 with slashes between them, each of at most 64 characters.",
  });

function neatFolder(text: string): string {
  const names = text.split("/").map((name) => name.trim());
  return names.filter((name) => name !== "").join("/");
}

const tags = z.array(tagSchema).max(mostTags).default([]);

/** What is changed of a VM's tags and folder; all else of them stays. */
export const labelChangeSchema = z.object({
  add: tags,
  remove: tags,
  /** null: in none. Left out: as it is. */
  folder: folderSchema.nullable().optional(),
});
export type LabelChange = z.output<typeof labelChangeSchema>;
