"use client";

import { Ellipsis } from "lucide-react";
import { countOf } from "@/components/formats/numbers";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { cell, menuButton } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import { UnreadableBadge } from "@/components/ui/unreadable";
import type { NetworkSummary } from "@/server/network/network.schema";
import { networkPath } from "../network-path";
import { NetworkState } from "../network-state";
import { addressWords, kindWords } from "../network-words";
import { useNetworkUsers } from "../use-network-users";
import { NetworkMenu } from "./network-menu";

const columns = ["Name", "State", "Addresses", "VMs"];

/** The networks of a host: where each leads, and who is on it. */
export function NetworkTable({ hostId, networks }: { hostId: string; networks: readonly NetworkSummary[] }) {
  return (
    <Card className="@container">
      <table className="w-full">
        <caption className="sr-only">Networks</caption>
        <TableHead columns={columns} hasMenus />
        <tbody className="divide-y divide-border">
          {networks.map((network) => (
            <NetworkRow key={network.uuid} hostId={hostId} network={network} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function NetworkRow({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const users = countOf(useNetworkUsers(hostId, network).length, "VM");
  const kind = kindWords(network);
  const wide = `${cell} hidden @min-[40rem]:table-cell`;
  return (
    <tr className="hover:bg-foreground/3">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <Link href={networkPath(hostId, network.name)} className="wrap-anywhere font-medium hover:underline">
          {network.name}
        </Link>
        {network.unreadable === null ? (
          <p className="text-muted text-sm">
            {kind.label} <LeadsTo network={network} />
          </p>
        ) : (
          <p>
            <UnreadableBadge problem={network.unreadable.problem} />
          </p>
        )}
        <div className="mt-1.5 flex flex-wrap gap-x-3 @min-[40rem]:hidden">
          <NetworkState active={network.active} />
          <Addresses network={network} />
          <span className="text-muted">{users}</span>
        </div>
      </th>
      <td className={wide}>
        <NetworkState active={network.active} />
        <p className="text-muted text-sm">{network.autostart ? "starts with the host" : ""}</p>
      </td>
      <td className={wide}>
        <Addresses network={network} />
      </td>
      <td className={`${wide} whitespace-nowrap`}>{users}</td>
      <td className={`${cell} w-10 text-right`}>
        <NetworkMenu
          hostId={hostId}
          network={network}
          label={`Actions for ${network.name}`}
          className={menuButton}
        >
          <Ellipsis aria-hidden className="size-4" />
        </NetworkMenu>
      </td>
    </tr>
  );
}

function LeadsTo({ network: { bridge, devices } }: { network: NetworkSummary }) {
  const places = [bridge, ...devices].filter((place) => place !== null);
  return places.length === 0 ? null : (
    <>
      on <span className="wrap-anywhere font-mono">{places.join(", ")}</span>
    </>
  );
}

function Addresses({ network }: { network: NetworkSummary }) {
  return (
    <ul className="font-mono text-sm">
      {addressWords(network).map((address) => (
        <li key={address} className="wrap-anywhere">
          {address}
        </li>
      ))}
    </ul>
  );
}
