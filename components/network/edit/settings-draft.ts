import {
  type AddressingSettings,
  type NetworkSettings,
  networkSettingsSchema,
} from "@/server/network/edit/network-settings.schema";

/** The network of one family as the form holds it. */
export interface IpDraft {
  on: boolean;
  /** "192.168.100.1/24": the host's own, which is the VMs' gateway. */
  cidr: string;
  ranges: RangeRow[];
  kept: KeptRow[];
}

export type RangeRow = Record<"start" | "end", string>;
/** `machine` is a MAC address, in IPv6 a DUID. */
export type KeptRow = Record<"machine" | "address" | "name", string>;
export type DnsRow = Record<"address" | "names", string>;

/** A network's settings as the form holds them: what is empty is not said. */
export interface SettingsDraft {
  mode: NetworkSettings["mode"];
  bridge: string;
  device: string;
  natIpv6: boolean;
  mtu: string;
  domain: string;
  dns: boolean;
  dnsHosts: DnsRow[];
  ipv4: IpDraft;
  ipv6: IpDraft;
}

export type Problems = Readonly<Record<string, string>>;

export function draftOf(settings: NetworkSettings): SettingsDraft {
  return {
    ...settings,
    bridge: settings.bridge ?? "",
    device: settings.device ?? "",
    mtu: settings.mtu === null ? "" : String(settings.mtu),
    domain: settings.domain ?? "",
    dnsHosts: settings.dnsHosts.map(({ address, names }) => ({ address, names: names.join(" ") })),
    ipv4: ipDraftOf(settings.ipv4),
    ipv6: ipDraftOf(settings.ipv6),
  };
}

function ipDraftOf(ip: AddressingSettings | null): IpDraft {
  if (ip === null) return { on: false, cidr: "", ranges: [], kept: [] };
  return {
    on: true,
    cidr: `${ip.address}/${ip.prefix}`,
    ranges: ip.ranges,
    kept: ip.reservations.map(({ mac, id, address, name }) => ({
      machine: mac ?? id ?? "",
      address,
      name: name ?? "",
    })),
  };
}

/** The settings that a draft stands for, or what is wrong with it by the field's path: "ipv4.ranges.0.start". */
export function checkSettings(draft: SettingsDraft): {
  settings: NetworkSettings | null;
  problems: Problems;
} {
  const { success, data, error } = networkSettingsSchema.safeParse({
    ...draft,
    bridge: said(draft.bridge),
    // An isolated network leads out nowhere, and an open one wherever the host's routes do.
    device: draft.mode === "isolated" || draft.mode === "open" ? null : said(draft.device),
    natIpv6: draft.natIpv6 && draft.mode === "nat",
    mtu: said(draft.mtu) === null ? null : Number(draft.mtu),
    domain: said(draft.domain),
    dnsHosts: draft.dnsHosts.map(({ address, names }) => ({
      address: address.trim(),
      names: names.split(/[\s,]+/).filter((name) => name !== ""),
    })),
    ipv4: ipSettings(draft.ipv4, "mac"),
    ipv6: ipSettings(draft.ipv6, "id"),
  });
  if (success) return { settings: data, problems: {} };
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[path.join(".")] ??= message;
  return { settings: null, problems };
}

function ipSettings({ on, cidr, ranges, kept }: IpDraft, key: "mac" | "id"): unknown {
  if (!on) return null;
  const [address = "", prefix = ""] = cidr.trim().split("/");
  return {
    address,
    prefix: /^\d+$/.test(prefix) ? Number(prefix) : -1,
    ranges: ranges.map(({ start, end }) => ({ start: start.trim(), end: end.trim() })),
    reservations: kept.map(({ machine, address: own, name }) => ({
      mac: null,
      id: null,
      [key]: said(machine),
      address: own.trim(),
      name: said(name),
    })),
  };
}

function said(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
