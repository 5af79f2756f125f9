import * as z from "zod";

/** An address that a network's DHCP gave to a machine. */
export const leaseSchema = z.object({
  mac: z.string().nullable(),
  address: z.string(),
  prefix: z.number(),
  /** What the machine calls itself. */
  hostname: z.string().nullable(),
  /** Unix milliseconds; null where it does not end. */
  expiresAt: z.number().nullable(),
});

export type Lease = z.infer<typeof leaseSchema>;
