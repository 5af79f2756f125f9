"use client";

import { FolderX, ServerOff } from "lucide-react";
import { useState } from "react";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { useHostReport } from "@/components/fleet/use-host-report";
import { HostChoice } from "@/components/host/host-choice";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PassthroughSkeleton } from "./passthrough-skeleton";
import { PassthroughView } from "./passthrough-view";
import { useDeviceOwners } from "./use-device-owners";
import { useOpenCard } from "./use-open-card";

/** The passthrough page: the devices of one host of the fleet, live. */
export function PassthroughPage() {
  const hosts = useHosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0] ?? null;
  return (
    <>
      <PageHeader
        title="Passthrough"
        description="The host's PCI devices as they are wired. What shares a frame, an IOMMU group, leaves the host together."
        actions={
          host !== null && hosts.length > 1 ? (
            <HostChoice hosts={hosts} host={host} onChoose={setChosen} />
          ) : undefined
        }
      />
      <Hardware hostId={host?.id ?? null} />
    </>
  );
}

function Hardware({ hostId }: { hostId: string | null }) {
  const loaded = useFleetLoaded();
  const report = useHostReport(hostId);
  const owners = useDeviceOwners(hostId);
  const [openAddress, open] = useOpenCard();
  if (loaded && hostId === null) {
    return <EmptyState icon={<ServerOff />} title="No host" description="Passdeck manages no host yet." />;
  }
  if (report === undefined) return <PassthroughSkeleton />;
  if (report !== null && hostId !== null) {
    return (
      <PassthroughView
        hostId={hostId}
        report={report}
        owners={owners}
        openAddress={openAddress}
        onOpen={open}
      />
    );
  }
  return (
    <EmptyState
      icon={<FolderX />}
      title="This host's hardware can't be read"
      description="Passdeck reads devices and IOMMU groups from the host's own /sys and /proc, which it can't reach. Its log says why."
    />
  );
}
