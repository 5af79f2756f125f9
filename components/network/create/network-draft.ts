import { type CreateNetworkRequest, createNetworkSchema } from "@/server/network/network-request.schema";
import {
  type AddressFamily,
  formatAddress,
  freeIpv4,
  type Subnet,
  suggestedRange,
} from "@/server/network/subnet.schema";

export type DraftMode = CreateNetworkRequest["mode"];

/** The addresses of one family as the form holds them. */
export interface AddressingDraft {
  on: boolean;
  /** "192.168.100.1/24": the host's own, which is the VMs' gateway. */
  cidr: string;
  dhcp: boolean;
  /** null: what the address suggests. */
  start: string | null;
  end: string | null;
}

/** A new network as its form holds it, whichever mode it is for. */
export interface NetworkDraft {
  mode: DraftMode;
  name: string;
  autostart: boolean;
  bridge: string;
  /** "" is any, where the mode allows it. */
  device: string;
  ipv4: AddressingDraft;
  ipv6: AddressingDraft;
  natIpv6: boolean;
  domain: string;
  dns: boolean;
}

/**
 * A draft that can be made as it is, once it has a name.
 * @param taken Networks that the host is connected to or has for VMs.
 * @param random 56 bits for a network of its own in fd00::/8 (RFC 4193): 40 for the site and 16 for this one.
 */
export function newDraft(taken: readonly Subnet[], random: bigint): NetworkDraft {
  const ipv4 = freeIpv4(taken);
  return {
    mode: "nat",
    name: "",
    autostart: true,
    bridge: "",
    device: "",
    ipv4: { ...addressing, on: true, dhcp: true, cidr: ipv4 === null ? "" : `${ipv4}.1/24` },
    ipv6: { ...addressing, cidr: `${formatAddress("ipv6", (((0xfdn << 56n) | random) << 64n) | 1n)}/64` },
    natIpv6: true,
    domain: "",
    dns: true,
  };
}

const addressing: AddressingDraft = { on: false, cidr: "", dhcp: false, start: null, end: null };

export interface CheckedNetwork {
  request: CreateNetworkRequest | null;
  /** By the field's path: "name", "ipv4.address", "ipv4.dhcp.start". */
  problems: Readonly<Record<string, string>>;
}

/** What the server would be asked for, or what is wrong with the draft. */
export function checkDraft(draft: NetworkDraft): CheckedNetwork {
  const { success, data, error } = createNetworkSchema.safeParse(requestOf(draft));
  if (success) return { request: data, problems: {} };
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[path.join(".")] ??= message;
  return { request: null, problems };
}

function requestOf(draft: NetworkDraft): unknown {
  const { mode, autostart, natIpv6, dns } = draft;
  const common = { mode, name: draft.name.trim(), autostart };
  const device = draft.device || null;
  if (mode === "bridge") return { ...common, bridge: draft.bridge };
  if (mode === "macvtap") return { ...common, device: draft.device };
  const own = {
    ...common,
    ipv4: addressingOf("ipv4", draft.ipv4),
    ipv6: addressingOf("ipv6", draft.ipv6),
    domain: draft.domain.trim() || null,
    dns,
  };
  if (mode === "isolated") return own;
  return mode === "nat" ? { ...own, device, natIpv6 } : { ...own, device };
}

function addressingOf(family: AddressFamily, { on, cidr, dhcp, start, end }: AddressingDraft): unknown {
  if (!on) return null;
  const [address = "", prefix = family === "ipv4" ? "24" : "64"] = cidr.trim().split("/");
  const suggested = suggestedRange(`${address}/${prefix}`);
  const range = {
    start: (start ?? suggested?.start ?? "").trim(),
    end: (end ?? suggested?.end ?? "").trim(),
  };
  return { address, prefix: /^\d+$/.test(prefix) ? Number(prefix) : -1, dhcp: dhcp ? range : null };
}
