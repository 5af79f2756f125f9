import { PageLink } from "@/components/fleet/page-link";
import { CheckField } from "@/components/ui/form/check-field";
import { TextField } from "@/components/ui/form/text-field";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import { AddressingFields } from "./addressing-fields";
import { LinkField } from "./link-field";
import type { NetworkDraft } from "./network-draft";

export interface ModeFieldsProps {
  draft: NetworkDraft;
  /** null where the host's files can't be read. */
  host: HostNetworking | null;
  /** Bridges that libvirt made for networks: they are no bridges of the host's own. */
  ownBridges: ReadonlySet<string | null>;
  problems: Readonly<Record<string, string>>;
  onChange(part: Partial<NetworkDraft>): void;
}

/** What the chosen mode asks for. */
export function ModeFields(props: ModeFieldsProps) {
  const { draft, host, ownBridges, problems, onChange } = props;
  if (draft.mode === "bridge") {
    const bridges =
      host?.links.filter(({ kind, name }) => kind === "bridge" && !ownBridges.has(name)) ?? null;
    return (
      <>
        <LinkField
          label="Bridge"
          note={
            bridges?.length === 0
              ? "This host has no bridge yet."
              : "The existing bridge is used as it is; the host is not changed."
          }
          links={bridges}
          value={draft.bridge}
          problem={problems.bridge}
          onChange={(bridge) => onChange({ bridge })}
        />
        {bridges?.length === 0 ? (
          <p>
            <PageLink href="/networks?tab=host" className="underline">
              Create a bridge with a network card of the host
            </PageLink>
          </p>
        ) : null}
      </>
    );
  }
  const cards = host?.links.filter(({ kind, portOf }) => kind !== "bridge" && portOf === null) ?? null;
  if (draft.mode === "macvtap") {
    return (
      <LinkField
        label="Network card"
        note="Wireless cards can't be used: their access point accepts only one MAC address."
        links={cards?.filter(({ kind }) => kind !== "wireless") ?? null}
        value={draft.device}
        problem={problems.device}
        onChange={(device) => onChange({ device })}
      />
    );
  }
  return <OwnNetworkFields {...props} cards={host?.links.filter(({ portOf }) => portOf === null) ?? null} />;
}

interface OwnNetworkFieldsProps extends ModeFieldsProps {
  cards: HostNetworking["links"] | null;
}

function OwnNetworkFields({ draft, problems, cards, ownBridges, onChange }: OwnNetworkFieldsProps) {
  const { mode, ipv4, ipv6, natIpv6, domain, dns } = draft;
  return (
    <>
      <AddressingFields
        family="ipv4"
        draft={ipv4}
        problems={problems}
        onChange={(changed) => onChange({ ipv4: changed })}
      />
      <AddressingFields
        family="ipv6"
        draft={ipv6}
        problems={problems}
        onChange={(changed) => onChange({ ipv6: changed })}
      />
      {problems.ipv4 === undefined ? null : <p className="text-danger text-sm">{problems.ipv4}</p>}
      {mode === "nat" && ipv6.on ? (
        <CheckField
          label="NAT for IPv6"
          note="If off, IPv6 is routed and your router needs a route."
          checked={natIpv6}
          onChange={(on) => onChange({ natIpv6: on })}
        />
      ) : null}
      {mode === "isolated" ? null : (
        <LinkField
          label="Forward through"
          note="If you choose a device, VMs reach nothing through the others."
          none="Any device"
          links={cards?.filter(({ name }) => !ownBridges.has(name)) ?? null}
          value={draft.device}
          problem={problems.device}
          onChange={(device) => onChange({ device })}
        />
      )}
      <CheckField
        label="DNS server on the host"
        note="VMs resolve each other's names, and all that the host can resolve."
        checked={dns}
        onChange={(on) => onChange({ dns: on })}
      />
      <TextField
        label="Domain (optional)"
        note="VMs get names such as web.lab.home.arpa."
        value={domain}
        problem={problems.domain}
        onChange={(text) => onChange({ domain: text })}
      />
    </>
  );
}
