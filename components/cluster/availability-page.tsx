"use client";

import { skipToken } from "@tanstack/react-query";
import { ServerOff } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { api } from "@/components/data/api";
import { useSubscription } from "@/components/data/use-subscription";
import { availabilityPath } from "@/components/fleet/availability-path";
import { hostNamed } from "@/components/fleet/host-address";
import { HostChoice } from "@/components/fleet/host-choice";
import { HostLoaded } from "@/components/fleet/host-loaded";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { ClusterView } from "./cluster-view";

/** The cluster that keeps a host's VMs running when one of its nodes fails; where there is none, what it takes. */
export function AvailabilityPage() {
  const loaded = useFleetLoaded();
  const hosts = useHosts();
  const named = useSearchParams().get("host");
  const host = hostNamed(hosts, named);
  const hostId = host?.id ?? null;
  const look = useSubscription(
    api.host.cluster.subscriptionOptions(hostId === null ? skipToken : { hostId }),
  );
  return (
    <>
      <PageHeader
        title="High availability"
        description="The cluster that starts a VM on another host when its own fails. Pacemaker decides; Passdeck reads and explains."
        actions={
          host === null || hosts.length < 2 ? undefined : (
            <HostChoice
              hosts={hosts}
              host={host}
              onChoose={(id) => window.history.pushState(null, "", availabilityPath(id))}
            />
          )
        }
      />
      {loaded && host === null ? (
        <EmptyState
          icon={<ServerOff />}
          title="No host"
          description={
            named === null
              ? "Passdeck manages no host yet."
              : `This page's address names the host ${named}, which Passdeck does not manage.`
          }
        />
      ) : (
        <HostLoaded
          hostId={hostId}
          reading={look}
          what="the host’s cluster"
          skeleton={<Skeleton className="h-96" />}
        >
          {(told) => <ClusterView look={told} />}
        </HostLoaded>
      )}
    </>
  );
}
