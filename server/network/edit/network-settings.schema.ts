import * as z from "zod";
import { hostInterfaceSchema } from "../../domain/scalars.schema";
import { withinBytes } from "../../units/json-bytes.schema";
import { macAddressSchema } from "../../units/mac-address.schema";
import { networkModes } from "../network.schema";
import { addressSchema, checkRange, domainSchema, isOfMachine, rangeSchema } from "../network-request.schema";
import { type AddressFamily, parseAddress, type Subnet, subnetOf } from "../subnet.schema";

/** An address that DHCP keeps for one machine: known by its MAC address, in IPv6 by its DUID, or by its name alone. */
const keptSchema = z.strictObject({
  mac: z.string().max(64, "This is no MAC address.").toLowerCase().pipe(macAddressSchema).nullable(),
  /** The DHCP unique identifier (RFC 8415): bytes as hexadecimal digits, with colons between. */
  id: z
    .string()
    .regex(/^[0-9a-f]{2}(?::[0-9a-f]{2}){2,129}$/i, {
      error: "Enter a DUID such as 00:03:00:01:52:54:00:12:34:56.",
      abort: true,
    })
    .max(389)
    .nullable(),
  address: z.string().max(64),
  name: z.string().max(253).nullable(),
});

/** The host's address in a network of one family, with its DHCP. */
function addressingSchema(family: AddressFamily, longest: number) {
  return z
    .strictObject({
      address: addressSchema(family),
      prefix: z.number().int().min(1, prefixWords(longest)).max(longest, prefixWords(longest)),
      ranges: z.array(rangeSchema).max(64),
      reservations: z.array(keptSchema).max(4096),
    })
    .superRefine(({ address, prefix, ranges, reservations }, context) => {
      const subnet = subnetOf(address, prefix);
      if (subnet === null) return;
      const complain = (path: (string | number)[], message: string) =>
        context.addIssue({ code: "custom", path, message });
      for (const [index, range] of ranges.entries()) {
        checkRange(subnet, address, range, (path, message) => complain(["ranges", index, ...path], message));
      }
      checkReservations(subnet, address, reservations, (index, key, message) =>
        complain(["reservations", index, key], message),
      );
    });
}

function prefixWords(longest: number): string {
  return `Enter a prefix length from 1 to ${longest}.`;
}

function checkReservations(
  subnet: Subnet,
  own: string,
  kept: readonly KeptAddress[],
  complain: (index: number, key: string, message: string) => void,
): void {
  for (const [index, { mac, id, address, name }] of kept.entries()) {
    const before = kept.slice(0, index);
    if (subnet.family === "ipv4" ? mac === null && name === null : id === null && name === null) {
      complain(index, subnet.family === "ipv4" ? "mac" : "id", "Enter this or a name.");
    }
    if (mac !== null && before.some((one) => one.mac === mac)) complain(index, "mac", "It is listed twice.");
    if (!isOfMachine(subnet, address)) complain(index, "address", "Enter an address in this network.");
    else if (address === own) complain(index, "address", "This is the host's own address.");
    else if (before.some((one) => one.address === address)) complain(index, "address", "It is listed twice.");
  }
}

/** A name that the host's DNS answers with an address. */
const dnsHostSchema = z.strictObject({
  address: z
    .string()
    .max(64)
    .refine((text) => parseAddress(text) !== null, "Enter an address."),
  names: z.array(domainSchema).min(1, "Enter a name.").max(64),
});

/**
 * What can be changed of a network, as its form shows it. Of networks that are a bridge or a card of the host's, all
 * but that is null or empty. A second network of the same family is left as it is.
 */
export const networkSettingsSchema = withinBytes(
  z
    .strictObject({
      mode: z.enum(networkModes),
      bridge: hostInterfaceSchema.nullable(),
      /** The card of the host that it goes out through; null: whichever leads there. */
      device: hostInterfaceSchema.nullable(),
      /** Hides IPv6 behind the host's address as well. */
      natIpv6: z.boolean(),
      /** Bytes of the largest packet; null: the kernel's own, 1500. */
      mtu: z
        .number()
        .int()
        .min(68, "Enter an MTU from 68 to 65535.")
        .max(65_535, "Enter an MTU from 68 to 65535.")
        .nullable(),
      domain: domainSchema.nullable(),
      dns: z.boolean(),
      dnsHosts: z.array(dnsHostSchema).max(4096),
      ipv4: addressingSchema("ipv4", 31).nullable(),
      ipv6: addressingSchema("ipv6", 127).nullable(),
    })
    .refine(({ dns, dnsHosts }) => dns || dnsHosts.length === 0, {
      path: ["dns"],
      message: "DNS names need the DNS server on the host. Remove them, or leave it on.",
    }),
  2 * 1024 * 1024,
);

export type KeptAddress = z.infer<typeof keptSchema>;
export type DnsHost = z.infer<typeof dnsHostSchema>;
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;
export type AddressingSettings = NonNullable<NetworkSettings["ipv4"]>;

/** Modes of networks that have a bridge of libvirt's own; one can be made another. */
export const ownModes = ["nat", "route", "open", "isolated"] as const;

/** Whether libvirt made the network's bridge: then it has addresses, DHCP and DNS. */
export function isOwn({ mode }: Pick<NetworkSettings, "mode">): boolean {
  return ownModes.some((own) => own === mode);
}
