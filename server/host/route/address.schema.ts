import * as z from "zod";

/*
 * What stands in an ssh configuration and on a command line: letters, digits and few signs, and never a dash first, so that
 * nothing is taken for an option, a pattern, a quote or another line.
 */

/** A name, an address, or a name of the system's ssh configuration. */
export const addressSchema = z
  .string()
  .trim()
  .min(1, { error: "Give a name or an address." })
  .max(253, { error: "A name has 253 characters at most." })
  .regex(/^[\p{L}\p{N}_:[][\p{L}\p{N}._:%[\]-]*$/u, {
    error: "A host's name has letters, digits, dots, dashes, underscores and colons only.",
  });

export const portSchema = z
  .int({ error: "A port is a whole number." })
  .min(1, { error: "Ports are 1 to 65535." })
  .max(65535, { error: "Ports are 1 to 65535." });
