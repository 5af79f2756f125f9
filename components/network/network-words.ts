import type { NetworkSummary } from "@/server/network/network.schema";

type Kind = Pick<NetworkSummary, "mode" | "bridge" | "devices">;

interface KindWords {
  label: string;
  /** What VMs on it reach, and who reaches them. */
  meaning: string;
}

const macvtap = "Straight on a network card of the host. Host and VMs don't see each other.";

const words: Readonly<Record<NetworkSummary["mode"], KindWords>> = {
  nat: { label: "NAT", meaning: "VMs reach out by the host's address; from outside nobody reaches them." },
  route: {
    label: "Routed",
    meaning: "VMs have addresses of their own, for others who have a route by way of this host.",
  },
  open: { label: "Open", meaning: "Routed, and libvirt adds no firewall rules." },
  isolated: { label: "Isolated", meaning: "VMs reach one another and the host, and nothing else." },
  bridge: { label: "Bridge", meaning: "VMs are machines of the LAN that the host's bridge is in." },
  private: { label: "Macvtap, private", meaning: `${macvtap} VMs don't see each other either.` },
  vepa: { label: "Macvtap, VEPA", meaning: `${macvtap} The switch sends packets between VMs back.` },
  passthrough: {
    label: "Macvtap, passthrough",
    meaning: "Each VM has a network card of the host for itself.",
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

/** "one", "one and another", "one, another and a third". */
export function listWords(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
