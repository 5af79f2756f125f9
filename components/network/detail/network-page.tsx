"use client";

import { TriangleAlert, Unplug } from "lucide-react";
import { HostLoaded } from "@/components/fleet/host-loaded";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { isActive } from "@/components/fleet/state-look";
import { JobBanners } from "@/components/job/job-banners";
import { CodeText } from "@/components/ui/code-text";
import { DetailSkeleton, NoSuchThing } from "@/components/ui/detail-page";
import { Skeleton } from "@/components/ui/skeleton";
import { UnreadableNotice } from "@/components/ui/unreadable";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useNetworkUsers } from "../use-network-users";
import { useNetworks } from "../use-networks";
import { WaitingWords } from "../waiting-words";
import { FactsCard } from "./facts-card";
import { LeasesCard } from "./leases-card";
import { NetworkHeader } from "./network-header";
import { PortForwardsCard } from "./port-forwards-card";
import { useLeases } from "./use-leases";
import { UsersCard } from "./users-card";
import { XmlCard } from "./xml-card";

/** The page of one network: where it leads, who is on it, and how they are reached. */
export function NetworkPage({ hostId, name }: { hostId: string; name: string }) {
  usePageTitle(name);
  return (
    <HostLoaded
      hostId={hostId}
      reading={useNetworks(hostId)}
      what="the network"
      skeleton={<NetworkSkeleton />}
    >
      {(networks) => {
        const network = networks.find((candidate) => candidate.name === name);
        return network === undefined ? (
          <NoSuchThing icon={<Unplug />} what="network" href="/networks" list="networks" />
        ) : (
          <WithNetwork key={network.uuid} hostId={hostId} network={network} />
        );
      }}
    </HostLoaded>
  );
}

function NetworkSkeleton() {
  return (
    <DetailSkeleton>
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-44 rounded-lg" />
      </div>
    </DetailSkeleton>
  );
}

function WithNetwork({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const users = useNetworkUsers(hostId, network);
  const leases = useLeases(hostId, network);
  if (network.unreadable !== null)
    return (
      <>
        <NetworkHeader hostId={hostId} network={network} />
        <UnreadableNotice problem={network.unreadable.problem}>
          What libvirt tells of this network can’t be read. Mend it with “virsh net-edit”.
        </UnreadableNotice>
        <CodeText text={network.unreadable.xml} what={`XML of ${network.name}`} />
      </>
    );
  return (
    <>
      <NetworkHeader hostId={hostId} network={network} />
      <HostProblemNotices />
      <div className="mb-4 flex flex-col gap-4 empty:hidden">
        <JobBanners hostId={hostId} />
      </div>
      {network.waiting.length === 0 ? null : (
        <p
          role="status"
          className="wrap-anywhere mb-4 flex gap-2 rounded-lg border border-warning/40 bg-warning/8 px-4 py-3"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <span>
            <WaitingWords waiting={network.waiting} running={users.filter(({ state }) => isActive(state))} />
          </span>
        </p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FactsCard hostId={hostId} network={network} />
        <UsersCard users={users} network={network} leases={leases.data ?? []} />
        <LeasesCard hostId={hostId} network={network} users={users} leases={leases} />
        {network.mode === "nat" ? (
          <PortForwardsCard hostId={hostId} network={network} leases={leases.data ?? []} />
        ) : null}
        <XmlCard hostId={hostId} network={network} />
      </div>
    </>
  );
}
