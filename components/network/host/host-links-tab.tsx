"use client";

import { useQuery } from "@tanstack/react-query";
import { FolderX } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useHost } from "@/components/fleet/use-fleet";
import { useJobs } from "@/components/job/use-jobs";
import PlanDialog, { type PlanRequest } from "@/components/plan/plan-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { HostLink } from "@/server/network/host/host-network.schema";
import { useHostNetworking } from "../use-host-networking";
import { BridgeDialog } from "./bridge-dialog";
import { LinkTable } from "./link-table";
import { TrialBar } from "./trial-bar";
import { undoBridgeRequest } from "./undo-bridge-request";

/** The host's own network cards and bridges, and how a bridge is made of one. */
export default function HostLinksTab({ hostId }: { hostId: string }) {
  return (
    <Loaded reading={useHostNetworking(hostId)} what="the host's network">
      {(host) =>
        host === null ? <NoFiles hostId={hostId} /> : <HostLinks hostId={hostId} links={host.links} />
      }
    </Loaded>
  );
}

function NoFiles({ hostId }: { hostId: string }) {
  const host = useHost(hostId);
  return (
    <EmptyState
      icon={<FolderX />}
      title="This host's network can't be read"
      description={`${host?.filesProblem ?? ""} You can still create networks on a bridge by its name.`}
    />
  );
}

function HostLinks({ hostId, links }: { hostId: string; links: readonly HostLink[] }) {
  const [device, setDevice] = useState<string | null>(null);
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  const bridges = useQuery(api.bridge.state.queryOptions({ hostId }));
  const jobs = useJobs(hostId).filter(({ kind }) => kind === "bridge");
  useRefetchOn(jobs.map(({ id, state }) => `${id} ${state}`).join(), { ...bridges, isEnabled: true });
  const isTried = jobs.some(({ state }) => state === "running");
  const isShown = device !== null || asked !== null;
  return (
    <>
      <p className="mb-3 max-w-3xl text-muted">
        A bridge connects VMs directly to the LAN; a network with the forward mode “Host bridge” uses it.
        Creating one changes the host's own connection. If your browser no longer reaches Passdeck then, the
        old network comes back by itself.
      </p>
      {isTried && !isShown ? <TrialBar hostId={hostId} /> : null}
      <LinkTable
        hostId={hostId}
        links={links}
        made={bridges.data?.made ?? []}
        onMakeBridge={setDevice}
        onTakeBack={(made) => setAsked(undoBridgeRequest(hostId, made))}
      />
      {device === null ? null : (
        <BridgeDialog hostId={hostId} device={device} links={links} onClose={() => setDevice(null)} />
      )}
      {asked === null ? null : <PlanDialog request={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
