"use client";

import { FolderX, ServerOff } from "lucide-react";
import { useCallback } from "react";
import { Loaded } from "@/components/data/loaded";
import { cardMeant, hostMeant } from "@/components/device/passthrough-address";
import { usePassthroughAddress } from "@/components/device/use-passthrough-address";
import { HostChoice } from "@/components/fleet/host-choice";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { useHostReport } from "@/components/fleet/use-host-report";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { HostSummary } from "@/server/fleet/schema";
import { PassthroughSkeleton } from "./passthrough-skeleton";
import { PassthroughView } from "./passthrough-view";
import { NextStartProvider, useReadNextStart } from "./reservation/use-next-start";
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
        description="The host's PCI devices and IOMMU groups. Devices in one group can only be passed through together."
        actions={
          host !== null && hosts.length > 1 ? (
            <HostChoice hosts={hosts} host={host} onChoose={(id) => go(id, null)} />
          ) : undefined
        }
      />
      {loaded && host === null ? (
        <NoHost hostId={address.hostId} />
      ) : (
        <Hardware host={host} openAddress={cardMeant(hosts, address)} go={go} />
      )}
    </>
  );
}

function NoHost({ hostId }: { hostId: string | null }) {
  const description =
    hostId === null
      ? "Passdeck manages no host yet."
      : `This page's address names the host ${hostId}, which Passdeck does not manage.`;
  return <EmptyState icon={<ServerOff />} title="No host" description={description} />;
}

interface HardwareProps {
  /** null while nothing is known of the fleet. */
  host: HostSummary | null;
  openAddress: string | null;
  go(hostId: string, card: string | null): void;
}

function Hardware({ host, openAddress, go }: HardwareProps) {
  const hostId = host?.id ?? null;
  const reading = useHostReport(hostId);
  const owners = useDeviceOwners(hostId);
  const nextStart = useReadNextStart(hostId, reading.data ?? null);
  const open = useCallback(
    (card: string | null) => (hostId === null ? undefined : go(hostId, card)),
    [hostId, go],
  );
  return (
    <Loaded reading={reading} what="the host’s devices" skeleton={<PassthroughSkeleton />}>
      {(report) =>
        report === null || hostId === null ? (
          <EmptyState
            icon={<FolderX />}
            title="This host’s hardware can’t be read"
            description={`Passdeck reads devices and IOMMU groups from the host’s /sys and /proc. ${host?.filesProblem ?? ""}`}
          />
        ) : (
          <NextStartProvider value={nextStart}>
            <PassthroughView
              key={hostId}
              hostId={hostId}
              report={report}
              owners={owners}
              openAddress={openAddress}
              onOpen={open}
            />
          </NextStartProvider>
        )
      }
    </Loaded>
  );
}
