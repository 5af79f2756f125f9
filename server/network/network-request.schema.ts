import * as z from "zod";
import { hostInterfaceSchema, resourceNameSchema } from "../domain/scalars.schema";
import { macAddressSchema } from "../units/mac-address.schema";
import { type AddressFamily, parseAddress, type Subnet, subnetOf } from "./subnet.schema";

/** Addresses that DHCP hands out, both included. */
export const rangeSchema = z.strictObject({ start: z.string().max(64), end: z.string().max(64) });

export function addressSchema(family: AddressFamily) {
  return z
    .string()
    .max(64)
    .refine(
      (text) => parseAddress(text)?.family === family,
      `Enter an ${family === "ipv4" ? "IPv4" : "IPv6"} address.`,
    );
}

/** The host's address in a network of one family, with what DHCP hands out there; null: no DHCP. */
function addressingSchema(family: AddressFamily, prefixes: { shortest: number; longest: number }) {
  const { shortest, longest } = prefixes;
  return z
    .strictObject({
      address: addressSchema(family),
      prefix: z
        .number()
        .int()
        .min(shortest, `Enter a prefix length from ${shortest} to ${longest}.`)
        .max(longest, `Enter a prefix length from ${shortest} to ${longest}.`),
      dhcp: rangeSchema.nullable(),
    })
    .superRefine(({ address, prefix, dhcp }, context) => {
      const subnet = subnetOf(address, prefix);
      if (subnet === null) return;
      const complain = (path: string[], message: string) =>
        context.addIssue({ code: "custom", path, message });
      if (!isOfMachine(subnet, address)) {
        complain(["address"], "This is the network's own address. Choose another address in it.");
      }
      if (dhcp !== null)
        checkRange(subnet, address, dhcp, (path, message) => complain(["dhcp", ...path], message));
    });
}

type Complain = (path: string[], message: string) => void;

/** Complains where a range is not one of a network, by "start" and "end". */
export function checkRange(
  subnet: Subnet,
  gateway: string,
  { start, end }: { start: string; end: string },
  complain: Complain,
): void {
  for (const [key, address] of Object.entries({ start, end })) {
    if (!isOfMachine(subnet, address)) complain([key], "Enter an address in this network.");
  }
  const [first, last, own] = [start, end, gateway].map((address) => parseAddress(address)?.value);
  if (first === undefined || last === undefined || own === undefined) return;
  if (first > last) complain(["end"], "The end is before the start.");
  else if (first <= own && own <= last) complain(["start"], "The host's own address is in the range.");
}

/** Of IPv4's, the first is the network's own and the last is for all its machines; of IPv6's, the first is for routers. */
export function isOfMachine({ family, first, last }: Subnet, address: string): boolean {
  const value = parseAddress(address);
  if (value?.family !== family || value.value <= first) return false;
  return family === "ipv4" ? value.value < last : value.value <= last;
}

/** Domain names by RFC 1123: letters, digits and hyphens between dots. */
export const domainSchema = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i,
    "A domain has letters, digits and hyphens, such as lab.home.arpa.",
  );

const common = {
  name: resourceNameSchema,
  /** Started whenever the host is. */
  autostart: z.boolean(),
};

/** What a network with a bridge of libvirt's own has. */
const own = {
  ...common,
  ipv4: addressingSchema("ipv4", { shortest: 8, longest: 30 }).nullable(),
  /** Router advertisements need a prefix of 64; longer ones are for DHCP alone. */
  ipv6: addressingSchema("ipv6", { shortest: 64, longest: 126 }).nullable(),
  domain: domainSchema.nullable(),
  dns: z.boolean(),
};

const needsAddress = { path: ["ipv4"], message: "This mode needs an IPv4 or an IPv6 network." };
const hasAddress = (network: { ipv4: unknown; ipv6: unknown }) =>
  network.ipv4 !== null || network.ipv6 !== null;

/** A new network, by how it leads on. */
export const createNetworkSchema = z.discriminatedUnion("mode", [
  /** VMs reach out by the host's address, and nobody reaches in. */
  z
    .strictObject({
      ...own,
      mode: z.literal("nat"),
      /** The network card that it goes out through; null: whichever leads there. */
      device: hostInterfaceSchema.nullable(),
      /** Hides IPv6 behind the host's address as well; without it, IPv6 is routed. */
      natIpv6: z.boolean(),
    })
    .refine(hasAddress, needsAddress),
  /** VMs have addresses that others reach, who need to know the way. */
  z
    .strictObject({ ...own, mode: z.literal("route"), device: hostInterfaceSchema.nullable() })
    .refine(hasAddress, needsAddress),
  /** VMs reach one another, and the host where it has an address. */
  z.strictObject({ ...own, mode: z.literal("isolated") }),
  /** A bridge that the host has: VMs are machines of its LAN. */
  z.strictObject({ ...common, mode: z.literal("bridge"), bridge: hostInterfaceSchema }),
  /** Straight onto a network card of the host; host and VMs don't see each other. */
  z.strictObject({ ...common, mode: z.literal("macvtap"), device: hostInterfaceSchema }),
]);

export type CreateNetworkRequest = z.infer<typeof createNetworkSchema>;

/** An address that DHCP is to keep for the machine with a MAC address. */
export const reservationSchema = z.strictObject({
  mac: macAddressSchema,
  address: z
    .string()
    .max(64)
    .refine((text) => parseAddress(text)?.family === "ipv4", "An IPv4 address is needed."),
});
