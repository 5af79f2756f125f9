"use client";

import { FolderX } from "lucide-react";
import { useState } from "react";
import { useHost } from "@/components/fleet/use-fleet";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useHostNetworking } from "../use-host-networking";
import { BridgeGuideDialog } from "./bridge-guide-dialog";
import { LinkTable } from "./link-table";

/** The host's own network cards and bridges, and how a bridge is made of one. */
export default function HostLinksTab({ hostId }: { hostId: string }) {
  const { data, problem } = useHostNetworking(hostId);
  const host = useHost(hostId);
  const [device, setDevice] = useState<string | null>(null);
  if (problem !== null && data === undefined) return <p className="wrap-anywhere text-danger">{problem}</p>;
  if (data === undefined) return <Skeleton className="h-40 rounded-lg" />;
  if (data === null) {
    return (
      <EmptyState
        icon={<FolderX />}
        title="This host's network can't be read"
        description={`${host?.filesProblem ?? ""} You can still create networks on a bridge by its name.`}
      />
    );
  }
  return (
    <>
      <p className="mb-3 max-w-3xl text-muted">
        A bridge connects VMs directly to the LAN; a network with the forward mode “Host bridge” uses it.
        Creating one changes the host's own connection, so Passdeck only shows the commands to run on the
        host.
      </p>
      <LinkTable hostId={hostId} links={data.links} onMakeBridge={setDevice} />
      {device === null ? null : (
        <BridgeGuideDialog
          hostId={hostId}
          device={device}
          links={data.links}
          onClose={() => setDevice(null)}
        />
      )}
    </>
  );
}
