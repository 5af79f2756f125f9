import type { NetworkSummary } from "@/server/network/network.schema";

type Kind = Pick<NetworkSummary, "mode" | "bridge" | "devices">;

interface KindWords {
  label: string;
  /** What VMs on it reach, and who reaches them. */
  meaning: string;
}

const macvtap = "Directly on a host network card. The host and the VMs can't reach each other.";

const words: Readonly<Record<NetworkSummary["mode"], KindWords>> = {
  nat: {
    label: "NAT",
    meaning: "VMs reach other networks through the host's address. No incoming connections.",
  },
  route: {
    label: "Routed",
    meaning: "VMs have their own subnet, reachable from networks with a route via this host.",
  },
  open: { label: "Open", meaning: "Routed, without firewall rules from libvirt." },
  isolated: { label: "Isolated", meaning: "VMs reach only each other and the host." },
  bridge: { label: "Bridge", meaning: "VMs are on the LAN that the host bridge is connected to." },
  private: { label: "Macvtap, private", meaning: `${macvtap} VMs can't reach each other either.` },
  vepa: { label: "Macvtap, VEPA", meaning: `${macvtap} The switch returns traffic between VMs.` },
  passthrough: {
    label: "Macvtap, passthrough",
    meaning: "Each VM has a host network card of its own.",
  },
  hostdev: { label: "SR-IOV", meaning: "Each VM gets a virtual function of a network card." },
};

/** What kind of network it is, for people. */
export function kindWords({ mode, bridge, devices }: Kind): KindWords {
  const isMacvtap = mode === "bridge" && bridge === null && devices.length > 0;
  return isMacvtap ? { label: "Macvtap", meaning: macvtap } : words[mode];
}

/** The addresses of a network: "192.168.122.1/24", of both families. */
export function addressWords({ ips }: Pick<NetworkSummary, "ips">): string[] {
  return ips.map(({ address, prefix }) => `${address}/${prefix}`);
}
