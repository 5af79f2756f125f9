import * as z from "zod";

/** Most name servers of one NIC. */
const mostNames = 8;
const mostAddresses = 16;

const ipv4Schema = z.discriminatedUnion("kind", [
  /** Nothing is said of IPv4: the NIC has none. */
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("dhcp") }),
  z.strictObject({
    kind: z.literal("static"),
    /** "192.0.2.10/24"; /32 where a hosting provider gives single addresses. */
    addresses: z.array(z.cidrv4()).min(1).max(mostAddresses),
    /** May lie outside of the prefix: it is then reached on the link. */
    gateway: z.ipv4().nullable().default(null),
  }),
]);

const ipv6Schema = z.discriminatedUnion("kind", [
  /** Nothing is said of IPv6: most images listen to router advertisements. */
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("dhcp") }),
  z.strictObject({
    kind: z.literal("static"),
    /** "2001:db8::10/64" */
    addresses: z.array(z.cidrv6()).min(1).max(mostAddresses),
    /** May lie outside of the prefix, as fe80::1 always does. */
    gateway: z.ipv6().nullable().default(null),
  }),
]);

/** How one NIC of the guest gets its addresses. */
const cloudNicSchema = z
  .strictObject({
    ipv4: ipv4Schema.default({ kind: "none" }),
    ipv6: ipv6Schema.default({ kind: "none" }),
    nameServers: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .max(mostNames)
      .default([]),
    searchDomains: z
      .array(
        z
          .string()
          .max(254)
          .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/, "This is not a domain."),
      )
      .max(mostNames)
      .default([]),
  })
  .superRefine(({ ipv4, ipv6, nameServers, searchDomains }, context) => {
    const fixed = ipv4.kind === "static" || ipv6.kind === "static";
    // cloud-init's NetworkManager renderer leaves them out of a connection without an address of its own.
    const message =
      "With DHCP alone the DHCP server names these: some images drop them without a static address.";
    if (!fixed && nameServers.length > 0)
      context.addIssue({ code: "custom", path: ["nameServers"], message });
    if (!fixed && searchDomains.length > 0)
      context.addIssue({ code: "custom", path: ["searchDomains"], message });
  });

/** The guest's network. */
export const cloudNetworkSchema = z.discriminatedUnion("kind", [
  /** The image's own way, which is DHCP on the first NIC. */
  z.strictObject({ kind: z.literal("image") }),
  z.strictObject({
    kind: z.literal("nics"),
    /** By the VM's NICs, in their order. NICs behind the last, and those with nothing set, are left alone. */
    nics: z
      .array(cloudNicSchema)
      .max(16)
      .refine((nics) => nics.some(isConfigured), {
        path: [0, "ipv4", "kind"],
        message: "Configure at least one NIC, or leave the network to the image.",
      }),
  }),
]);

export type CloudNic = z.infer<typeof cloudNicSchema>;
export type CloudNicInput = z.input<typeof cloudNicSchema>;
export type CloudNetwork = z.infer<typeof cloudNetworkSchema>;
export type CloudNetworkInput = z.input<typeof cloudNetworkSchema>;

/** Whether the seed says anything of a NIC. */
export function isConfigured({ ipv4, ipv6 }: Pick<CloudNic, "ipv4" | "ipv6">): boolean {
  return ipv4.kind !== "none" || ipv6.kind !== "none";
}
