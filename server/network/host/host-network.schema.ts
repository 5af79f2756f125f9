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
  /** Those that somebody gave it, with their prefix: all of IPv4, of IPv6 what no router or DHCP server can take back. */
  cidrs: z.array(z.string()),
  /** It has IPv6 addresses of router advertisements or DHCP. */
  automaticIpv6: z.boolean(),
  /** Routes by a gateway, default routes among them, without those of router advertisements. */
  routes: z.array(z.object({ to: z.string(), via: z.string() })),
  mtu: z.number().nullable(),
  defaultRoute: z.boolean(),
  /** The bridge or bond that it is a port of. */
  portOf: z.string().nullable(),
  /** What it is made of: a bridge's ports, a bond's cards, what a VLAN rides on. */
  lowers: z.array(z.string()),
  /** What asked for this comes in over it, directly or by a bridge or bond above it. */
  carriesYou: z.boolean(),
});

/** A file of netplan's, as far as the host's cards are in it. */
const netplanFileSchema = z.object({
  path: z.string(),
  /** Why it is not known what it says, as the end of a sentence; null where it can be read. */
  problem: z.string().nullable(),
  /** Its definitions of the host's devices. */
  definitions: z.array(
    z.object({
      device: z.string(),
      /** "ethernets", "bonds", "vlans" */
      section: z.string(),
      /** The name that netplan knows it by, which need not be the device's. */
      id: z.string(),
      /** A pattern of names or drivers says which device it is: others may be meant as well. */
      byPattern: z.boolean(),
      /** "addresses", "dhcp4": what it sets. */
      keys: z.array(z.string()),
    }),
  ),
  /** A bond or bridge has parameters, which “netplan try” can't take back. */
  parameters: z.boolean(),
});

/** A file of ifupdown's: what it says of the host's cards, bonds and VLANs. */
const interfacesFileSchema = z.object({
  path: z.string(),
  /** Why it is not known what it says, as the end of a sentence. */
  problem: z.string().nullable(),
  stanzas: z.array(
    z.object({
      /** "eno1", or "eno1:0" for a further address of it. */
      device: z.string(),
      /** "inet" or "inet6", and "dhcp", "static", "manual", …; null of lines such as "auto eno1". */
      family: z.string().nullable(),
      method: z.string().nullable(),
      /** The first and the last line, from 1. */
      first: z.number(),
      last: z.number(),
      /** What is set below it, a line each. */
      options: z.array(z.string()),
    }),
  ),
});

/** The host's own network, as far as it matters to VMs. */
export const hostNetworkingSchema = z.object({
  links: z.array(hostLinkSchema),
  manager: z.enum(networkManagers),
  /** Told by the host's files; else concluded from its distribution. */
  managerSeen: z.boolean(),
  /** netplan's files; empty where there are none. */
  netplan: z.array(netplanFileSchema),
  /** ifupdown's files; empty where there are none. */
  interfaces: z.array(interfacesFileSchema),
  /** Its services are started by systemd. */
  systemd: z.boolean(),
  /** Proxmox VE's ifupdown2 takes a change over as a whole. */
  proxmox: z.boolean(),
  /** What libvirt writes firewall rules with. */
  firewall: z.enum(["iptables", "nftables"]),
  /** Networks that it is connected to: "192.168.1.0/24" with the interface. */
  networks: z.array(z.object({ destination: z.string(), interface: z.string() })),
  nameServers: z.array(z.string()),
  /** Domains that short names are looked up in. */
  searchDomains: z.array(z.string()),
});

export type NetworkManager = (typeof networkManagers)[number];
export type InterfacesFile = z.infer<typeof interfacesFileSchema>;
export type Stanza = InterfacesFile["stanzas"][number];
export type NetplanFile = z.infer<typeof netplanFileSchema>;
export type HostLink = z.infer<typeof hostLinkSchema>;
export type HostNetworking = z.infer<typeof hostNetworkingSchema>;
