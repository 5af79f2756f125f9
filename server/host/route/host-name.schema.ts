import * as z from "zod";

/** A name that stands in addresses of pages, and that nobody takes for another's. */
export const hostNameSchema = z
  .string()
  .trim()
  .min(1, { error: "Give the host a name." })
  .max(40, { error: "A host’s name has 40 characters at most." })
  .regex(/^[a-z0-9][a-z0-9-]*$/, {
    error: "A host’s name has small letters, digits and dashes, and begins with a letter or a digit.",
  });
