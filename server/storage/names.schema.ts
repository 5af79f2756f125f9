import * as z from "zod";

/** The name of a pool or volume that is there: whatever libvirt let somebody call it, which has no slash. */
export const givenNameSchema = z
  .string()
  .min(1, "A name is needed.")
  .max(255, "A name has at most 255 characters.")
  .regex(/^[^/\p{Cc}]+$/u, "A name has no slashes and no control characters in it.")
  .refine((name) => name !== "." && name !== "..", "“.” and “..” are no names.");

/** A size in bytes: up to 8 PiB, which numbers and libvirt both bear. */
export const sizeSchema = z
  .number()
  .int("A size is a whole number of bytes.")
  .min(1, "A size is needed.")
  .max(2 ** 53 - 1, "This size is too large.");
