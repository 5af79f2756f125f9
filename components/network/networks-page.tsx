"use client";

import { Network, Plus, ServerOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { HostChoice } from "@/components/host/host-choice";
import { HostProblemNotices, HostProblemPage, useTroubledHosts } from "@/components/host/host-problems";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ReasonButton } from "@/components/ui/reason-button";
import { Skeleton } from "@/components/ui/skeleton";
import { NetworkTable } from "./list/network-table";
import { NetworkTabs } from "./network-tabs";
import { useNetworks } from "./use-networks";
import { useWhyNotChange } from "./why-not-change";

const CreateNetworkDialog = lazy(() => import("./create/create-network-dialog"));

/** The networks of one host of the fleet, live. */
export function NetworksPage() {
  const hosts = useHosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0] ?? null;
  const networks = useNetworks(host?.id ?? null);
  const create = () => setCreating(true);
  return (
    <>
      <PageHeader
        title="Networks"
        description="What VMs are connected to, and where it leads."
        actions={
          host === null ? undefined : (
            <>
              {hosts.length > 1 ? <HostChoice hosts={hosts} host={host} onChoose={setChosen} /> : null}
              <NewNetworkButton primary onPress={create} />
            </>
          )
        }
      />
      <HostNetworks hostId={host?.id ?? null} networks={networks} onCreate={create} />
      <Suspense>
        {creating && host !== null ? (
          <CreateNetworkDialog
            hostId={host.id}
            networks={networks ?? []}
            onClose={() => setCreating(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function NewNetworkButton({ primary = false, onPress }: { primary?: boolean; onPress(): void }) {
  return (
    <ReasonButton
      reason={useWhyNotChange()}
      variant={primary ? "primary" : "secondary"}
      onClick={() => onPress()}
    >
      <Plus aria-hidden />
      New network
    </ReasonButton>
  );
}

interface HostNetworksProps {
  hostId: string | null;
  networks: ReturnType<typeof useNetworks>;
  onCreate(): void;
}

function HostNetworks({ hostId, networks, onCreate }: HostNetworksProps) {
  const loaded = useFleetLoaded();
  const troubled = useTroubledHosts().find(({ id }) => id === hostId);
  if (loaded && hostId === null) {
    return <EmptyState icon={<ServerOff />} title="No host" description="Passdeck manages no host yet." />;
  }
  if (networks === undefined || hostId === null) {
    return troubled === undefined ? <NetworksSkeleton /> : <HostProblemPage host={troubled} />;
  }
  return (
    <>
      <HostProblemNotices />
      <NetworkTabs hostId={hostId}>
        {networks.length === 0 ? (
          <EmptyState
            icon={<Network />}
            title="This host has no network for VMs yet"
            description="A NAT network needs nothing of your LAN and takes a moment to make. To have VMs in the LAN itself, use a bridge of the host."
            action={<NewNetworkButton onPress={onCreate} />}
          />
        ) : (
          <NetworkTable hostId={hostId} networks={networks} />
        )}
      </NetworkTabs>
    </>
  );
}

function NetworksSkeleton() {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Reading the host's networks
      </p>
      <Skeleton className="mb-4 h-9 w-full" />
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
