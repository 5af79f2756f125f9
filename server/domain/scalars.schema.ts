import * as z from "zod";

/**
 * A VM's name: what libvirt takes, which refuses "/" and line breaks and names files by it ("NAME_VARS.fd", in 255
 * bytes). One that begins with "-" would be taken for an option by virsh and other tools, and white space at either end
 * is never meant.
 */
export const vmNameSchema = z
  .string()
  .max(200, "A VM's name has at most 200 characters.")
  .regex(
    /^(?!\.{1,2}$)[^\s/\p{Cc}-](?:[^/\p{Cc}]*[^\s/\p{Cc}])?$/u,
    "A VM's name has no slash in it, begins with no dash, and neither begins nor ends with a space.",
  )
  .refine((name) => new TextEncoder().encode(name).length <= 240, "A VM's name has at most 240 bytes.");

/** A name of a pool, a volume, a network, a bridge, a filter: one word that is no path and no option. */
export const resourceNameSchema = z
  .string()
  .max(255)
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N} ._+@:-]*$/u, "A name begins with a letter or digit and has no slashes.");

/** The name of a network device of the host (the kernel's IFNAMSIZ leaves 15 characters). */
export const hostInterfaceSchema = z
  .string()
  .regex(/^(?!\.{1,2}$)[^\s/:\p{Cc}-][^\s/:\p{Cc}]{0,14}$/u, {
    error: "A network device's name has 1 to 15 characters.",
    abort: true,
  })
  .max(15);

/** An absolute path on the host, without control characters and without steps upwards. */
export const hostPathSchema = z
  .string()
  .max(4095)
  .regex(/^\/[^\p{Cc}]*$/u, "An absolute path is needed.")
  .refine((path) => !path.split("/").includes(".."), 'A path has no ".." in it.');

/** A device's place in the boot order, from 1; null for none. */
export const bootPlaceSchema = z.number().int().min(1).max(1000).nullable().default(null);
