import * as z from "zod";

/** The name of a pool or volume that is there: whatever libvirt let somebody call it, which has no slash. */
export const givenNameSchema = z
  .string()
  .min(1, "Enter a name.")
  .max(255, "A name can have at most 255 characters.")
  .regex(/^[^/\p{Cc}]+$/u, "A name can't contain slashes or control characters.")
  .refine((name) => name !== "." && name !== "..", "“.” and “..” can't be names.");

/**
 * The name of a volume that is to be made: what libvirt and file systems take, in 255 bytes. One that begins with a dash
 * would be taken for an option by the tools of a host, and white space at either end is never meant.
 */
export const newVolumeNameSchema = givenNameSchema
  .regex(/^(?![\s-])(?!.*\s$)/u, "A name begins with no dash, and neither begins nor ends with a space.")
  .refine((name) => new TextEncoder().encode(name).length <= 255, "A name can have at most 255 bytes.");

/** A size in bytes: up to 8 PiB, which numbers and libvirt both bear. */
export const sizeSchema = z
  .number()
  .int("A size must be a whole number of bytes.")
  .min(1, "Enter a size.")
  .max(2 ** 53 - 1, "This size is too large.");
