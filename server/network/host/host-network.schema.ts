import * as z from "zod";

/** What configures a host's network at boot. */
export const networkManagers = [
  "netplan",
  "NetworkManager",
  "ifupdown",
  "systemd-networkd",
  "nixos",
] as const;

const hostLinkSchema = z.object({
  /** "eno1" */
  name: z.string(),
  kind: z.enum(["ethernet", "wireless", "bridge", "bond", "vlan"]),
  up: z.boolean(),
  mac: z.string().nullable(),
  /** The host's own on it, without prefix lengths and link-local ones. */
  addresses: z.array(z.string()),
  /** The first IPv4 address with its prefix: "192.168.1.5/24". */
  cidr: z.string().nullable(),
  /** Where its default route leads. */
  gateway: z.string().nullable(),
  defaultRoute: z.boolean(),
  /** The bridge or bond that it is a port of. */
  portOf: z.string().nullable(),
  /** What asked for this comes in over it, directly or by a bridge or bond above it. */
  carriesYou: z.boolean(),
});

/** A file of netplan's, as far as the host's cards are in it. */
const netplanFileSchema = z.object({
  path: z.string(),
  /** Why it is not known what it says, as the end of a sentence; null where it can be read. */
  problem: z.string().nullable(),
  /** Cards that it configures, or may. */
  devices: z.array(z.string()),
});

/** The host's own network, as far as it matters to VMs. */
export const hostNetworkingSchema = z.object({
  links: z.array(hostLinkSchema),
  manager: z.enum(networkManagers),
  /** Told by the host's files; else concluded from its distribution. */
  managerSeen: z.boolean(),
  /** netplan's files; empty where there are none. */
  netplan: z.array(netplanFileSchema),
  /** Proxmox VE's ifupdown2 takes a change over as a whole. */
  proxmox: z.boolean(),
  /** What libvirt writes firewall rules with. */
  firewall: z.enum(["iptables", "nftables"]),
  /** Networks that it is connected to: "192.168.1.0/24" with the interface. */
  networks: z.array(z.object({ destination: z.string(), interface: z.string() })),
  nameServers: z.array(z.string()),
});

export type NetworkManager = (typeof networkManagers)[number];
export type NetplanFile = z.infer<typeof netplanFileSchema>;
export type HostLink = z.infer<typeof hostLinkSchema>;
export type HostNetworking = z.infer<typeof hostNetworkingSchema>;
