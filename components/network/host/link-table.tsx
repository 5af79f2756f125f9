"use client";

import { useRights } from "@/components/data/use-rights";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ReasonButton } from "@/components/ui/reason-button";
import { cell } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import type { HostLink } from "@/server/network/host/host-network.schema";
import type { MadeBridge } from "@/server/work/bridge/see-bridges";

const kindWords: Readonly<Record<HostLink["kind"], string>> = {
  ethernet: "Network card",
  wireless: "Wireless card",
  bridge: "Bridge",
  bond: "Bond",
  vlan: "VLAN",
};

export interface LinkTableProps {
  hostId: string;
  links: readonly HostLink[];
  /** Bridges that Passdeck made. */
  made: readonly MadeBridge[];
  onMakeBridge(device: string): void;
  onTakeBack(made: MadeBridge): void;
}

/** The host's network devices: what each is, and what goes over it. */
export function LinkTable(props: LinkTableProps) {
  return (
    <Card className="@container">
      <table className="w-full">
        <caption className="sr-only">Network devices of the host</caption>
        <TableHead columns={["Device", "Addresses"]} hasMenus />
        <tbody className="divide-y divide-border">
          {props.links.map((link) => (
            <LinkRow key={link.name} {...props} link={link} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function LinkRow({
  hostId,
  link,
  links,
  made,
  onMakeBridge,
  onTakeBack,
}: LinkTableProps & { link: HostLink }) {
  const ports = links.filter(({ portOf }) => portOf === link.name).map(({ name }) => name);
  const addresses = link.addresses.map((address) => <p key={address}>{address}</p>);
  const mayNotPlan = useRights({ kind: "boot", hostId });
  const own = made.find(({ bridge }) => bridge === link.name);
  const canBeBridged = link.kind !== "bridge" && link.kind !== "wireless" && link.portOf === null;
  return (
    <tr>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="font-medium font-mono text-sm">{link.name}</span>
        <p className="text-muted text-sm">{[kindWords[link.kind], ...placeWords(link, ports)].join(", ")}</p>
        <p className="flex flex-wrap gap-1 empty:hidden">
          {link.defaultRoute ? <Badge>Default route</Badge> : null}
          {link.carriesYou ? <Badge tone="warning">Carries your connection</Badge> : null}
        </p>
        <div className="wrap-anywhere mt-1 font-mono text-sm @min-[40rem]:hidden">{addresses}</div>
      </th>
      <td className={`${cell} wrap-anywhere hidden font-mono text-sm @min-[40rem]:table-cell`}>
        {addresses}
      </td>
      <td className={`${cell} text-right`}>
        {canBeBridged ? (
          <ReasonButton size="sm" reason={mayNotPlan("bridge.plan")} onClick={() => onMakeBridge(link.name)}>
            Create bridge…
          </ReasonButton>
        ) : null}
        {own === undefined || link.kind !== "bridge" ? null : (
          <ReasonButton size="sm" reason={mayNotPlan("bridge.planUndo")} onClick={() => onTakeBack(own)}>
            Take back…
          </ReasonButton>
        )}
      </td>
    </tr>
  );
}

function placeWords({ up, portOf, kind }: HostLink, ports: readonly string[]): string[] {
  return [
    ...(up ? [] : ["down"]),
    ...(portOf === null ? [] : [`port of ${portOf}`]),
    ...(kind === "bridge" ? [ports.length === 0 ? "no ports" : `ports: ${ports.join(", ")}`] : []),
  ];
}
