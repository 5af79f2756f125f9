"use client";

import { Network, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { hostObject, useRights } from "@/components/data/use-rights";
import { HostPage } from "@/components/fleet/host-page";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { JobBanners } from "@/components/job/job-banners";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import { NetworkTable } from "./list/network-table";
import { NetworkTabs } from "./network-tabs";
import { useNetworks } from "./use-networks";

const SetUpNotice = lazy(() => import("@/components/basics/set-up-notice"));
const CreateNetworkDialog = lazy(() => import("./create/create-network-dialog"));

/** The networks of one host of the fleet, live. */
export function NetworksPage() {
  return (
    <HostPage
      title="Networks"
      description="Virtual networks that VMs connect to."
      what="the host's networks"
      useThings={useNetworks}
      newButton={(hostId, begin) => <NewNetworkButton hostId={hostId} primary onPress={begin} />}
      newDialog={(hostId, networks, close) => (
        <CreateNetworkDialog hostId={hostId} networks={networks ?? []} onClose={close} />
      )}
    >
      {(hostId, networks, begin) => (
        <>
          <HostProblemNotices />
          <div className="mb-4 flex flex-col gap-4 empty:hidden">
            <JobBanners hostId={hostId} />
          </div>
          <Suspense>
            <SetUpNotice hostId={hostId} offered={networks.every(({ active }) => !active)} />
          </Suspense>
          <NetworkTabs hostId={hostId}>
            {networks.length === 0 ? (
              <EmptyState
                icon={<Network />}
                title="This host has no networks yet"
                description="A NAT network needs no change to your LAN. To put VMs on the LAN itself, use a host bridge."
                action={<NewNetworkButton hostId={hostId} onPress={begin} />}
              />
            ) : (
              <NetworkTable hostId={hostId} networks={networks} />
            )}
          </NetworkTabs>
        </>
      )}
    </HostPage>
  );
}

function NewNetworkButton({
  hostId,
  primary = false,
  onPress,
}: {
  hostId: string;
  primary?: boolean;
  onPress(): void;
}) {
  return (
    <ReasonButton
      reason={useRights(hostObject(hostId))("network.create")}
      variant={primary ? "primary" : "secondary"}
      onClick={() => onPress()}
    >
      <Plus aria-hidden />
      New network
    </ReasonButton>
  );
}
