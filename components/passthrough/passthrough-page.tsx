"use client";

import { FolderX, ServerOff } from "lucide-react";
import { useCallback } from "react";
import { errorText } from "@/components/data/error-text";
import { cardMeant, hostMeant } from "@/components/device/passthrough-address";
import { usePassthroughAddress } from "@/components/device/use-passthrough-address";
import { HostChoice } from "@/components/fleet/host-choice";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { useHostReport } from "@/components/fleet/use-host-report";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-notice";
import { PageHeader } from "@/components/ui/page-header";
import { PassthroughSkeleton } from "./passthrough-skeleton";
import { PassthroughView } from "./passthrough-view";
import { useDeviceOwners } from "./use-device-owners";

/** The passthrough page: the devices of one host of the fleet, live. */
export function PassthroughPage() {
  const loaded = useFleetLoaded();
  const hosts = useHosts();
  const [address, go] = usePassthroughAddress();
  const host = hostMeant(hosts, address);
  return (
    <>
      <PageHeader
        title="Passthrough"
        description="The host's PCI devices as they are wired. What shares a frame, an IOMMU group, leaves the host together."
        actions={
          host !== null && hosts.length > 1 ? (
            <HostChoice hosts={hosts} host={host} onChoose={(id) => go(id, null)} />
          ) : undefined
        }
      />
      {loaded && host === null ? (
        <NoHost hostId={address.hostId} />
      ) : (
        <Hardware hostId={host?.id ?? null} openAddress={cardMeant(hosts, address)} go={go} />
      )}
    </>
  );
}

function NoHost({ hostId }: { hostId: string | null }) {
  const description =
    hostId === null
      ? "Passdeck manages no host yet."
      : `The page's address names the host ${hostId}, which Passdeck does not manage.`;
  return <EmptyState icon={<ServerOff />} title="No host" description={description} />;
}

interface HardwareProps {
  /** null while nothing is known of the fleet. */
  hostId: string | null;
  openAddress: string | null;
  go(hostId: string, card: string | null): void;
}

function Hardware({ hostId, openAddress, go }: HardwareProps) {
  const { data: report, error, refetch } = useHostReport(hostId);
  const owners = useDeviceOwners(hostId);
  const open = useCallback(
    (card: string | null) => (hostId === null ? undefined : go(hostId, card)),
    [hostId, go],
  );
  if (report === undefined && error !== null) {
    return (
      <ErrorNotice
        title="Could not read the host’s devices"
        problem={errorText(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (report === undefined) return <PassthroughSkeleton />;
  if (report !== null && hostId !== null) {
    return (
      <PassthroughView
        key={hostId}
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
