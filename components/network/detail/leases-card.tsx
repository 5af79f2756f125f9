"use client";

import { Loaded } from "@/components/data/loaded";
import type { Reading } from "@/components/data/reading";
import { networkObject, useRights } from "@/components/data/use-rights";
import { vmPath } from "@/components/fleet/vm-key";
import { formatTime } from "@/components/formats/times";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ReasonButton } from "@/components/ui/reason-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import type { Lease } from "@/server/network/leases.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useReservation } from "./use-reservation";

export interface LeasesCardProps {
  hostId: string;
  network: NetworkSummary;
  users: readonly VmSummary[];
  leases: Reading<Lease[] | null>;
}

/** What the network's DHCP has handed out, and to whom. */
export function LeasesCard({ leases, ...place }: LeasesCardProps) {
  const none = whyNoLeases(place.network);
  return (
    <Card>
      <CardHeader title="Leases" aside={leases.data?.length} />
      {none === null ? (
        <Loaded inCard reading={leases} what="the leases" skeleton={<Skeleton className="m-4 h-5" />}>
          {(list) => <LeaseList {...place} leases={list ?? []} />}
        </Loaded>
      ) : (
        <Nothing>{none}</Nothing>
      )}
    </Card>
  );
}

type Place = Pick<LeasesCardProps, "hostId" | "network" | "users">;

function LeaseList({ leases, ...place }: Place & { leases: readonly Lease[] }) {
  if (leases.length === 0) return <Nothing>No leases yet. New ones appear within seconds.</Nothing>;
  return (
    <ul className="divide-y divide-border">
      {leases.map((lease) => (
        <LeaseItem key={`${lease.mac} ${lease.address}`} {...place} lease={lease} />
      ))}
    </ul>
  );
}

function Nothing({ children }: { children: string }) {
  return <p className="px-4 py-3 text-muted">{children}</p>;
}

interface LeaseItemProps extends Place {
  lease: Lease;
}

function LeaseItem({ hostId, network, lease, users }: LeaseItemProps) {
  const { mac, address, hostname, expiresAt } = lease;
  const vm = users.find(({ interfaces }) =>
    interfaces.some((one) => one.mac.toLowerCase() === mac?.toLowerCase()),
  );
  return (
    <li className="flex flex-wrap justify-between gap-x-4 px-4 py-2">
      <span className="min-w-0">
        <span className="wrap-anywhere font-mono text-sm">{address}</span>
        <span className="ml-3">
          {vm === undefined ? (
            (hostname ?? <span className="text-muted">not a VM on this host</span>)
          ) : (
            <Link href={vmPath(vm)} className="wrap-anywhere hover:underline">
              {vm.name}
            </Link>
          )}
        </span>
      </span>
      <span className="inline-flex flex-wrap items-center gap-x-2 text-muted text-sm">
        <span>
          <span className="font-mono">{mac}</span>
          {expiresAt === null ? ", no expiry" : `, until ${formatTime(expiresAt)}`}
        </span>
        <ReserveButton hostId={hostId} network={network} lease={lease} />
      </span>
    </li>
  );
}

/** Of IPv4 only: DHCPv6 knows machines by another identity than their MAC address. */
function ReserveButton({ hostId, network, lease: { mac, address } }: Omit<LeaseItemProps, "users">) {
  const mayNot = useRights(networkObject(hostId, network));
  const reservation = useReservation(hostId, network);
  const kept = network.ips.some(({ reservations }) => reservations.some((one) => one.address === address));
  if (kept) return <span>reserved</span>;
  if (mac === null || address.includes(":")) return null;
  return (
    <ReasonButton
      size="sm"
      reason={mayNot("network.reserve")}
      aria-label={`Reserve ${address}`}
      onClick={() => reservation("reserve", { mac, address })}
    >
      Reserve
    </ReasonButton>
  );
}

function whyNoLeases({ mode, ips, active }: NetworkSummary): string | null {
  if (mode !== "nat" && mode !== "route" && mode !== "open" && mode !== "isolated")
    return "VMs get their addresses from the LAN, so leases are on its router. Each VM's page shows what its guest reports.";
  if (!ips.some(({ ranges, reservations }) => ranges.length + reservations.length > 0))
    return "This network has no DHCP. VMs need static addresses.";
  return active ? null : "The network is stopped.";
}
