import * as z from "zod";
import { networkModes } from "../network.schema";

const savedAddressingSchema = z.object({
  address: z.string(),
  prefix: z.number(),
  ranges: z.array(z.object({ start: z.string(), end: z.string() })),
  reservations: z.array(
    z.object({
      mac: z.string().nullable(),
      id: z.string().nullable(),
      address: z.string(),
      name: z.string().nullable(),
    }),
  ),
});

/**
 * What can be changed of a network that is there, as it is saved. Somebody may have defined it otherwise than Passdeck
 * would: what its form may ask for is `networkSettingsSchema`.
 */
export const savedSettingsSchema = z.object({
  settings: z.object({
    mode: z.enum(networkModes),
    bridge: z.string().nullable(),
    device: z.string().nullable(),
    natIpv6: z.boolean(),
    mtu: z.number().nullable(),
    domain: z.string().nullable(),
    dns: z.boolean(),
    dnsHosts: z.array(z.object({ address: z.string(), names: z.array(z.string()) })),
    ipv4: savedAddressingSchema.nullable(),
    ipv6: savedAddressingSchema.nullable(),
  }),
  /** Stands for the definition that the settings are of. */
  base: z.string(),
});

export type SavedSettings = z.infer<typeof savedSettingsSchema>;
