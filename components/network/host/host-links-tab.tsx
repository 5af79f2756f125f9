"use client";

import { FolderX } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useHostNetworking } from "../use-host-networking";
import { BridgeGuideDialog } from "./bridge-guide-dialog";
import { LinkTable } from "./link-table";

/** The host's own network cards and bridges, and how a bridge is made of one. */
export default function HostLinksTab({ hostId }: { hostId: string }) {
  const { data, problem } = useHostNetworking(hostId);
  const [device, setDevice] = useState<string | null>(null);
  if (problem !== null && data === undefined) return <p className="wrap-anywhere text-danger">{problem}</p>;
  if (data === undefined) return <Skeleton className="h-40 rounded-lg" />;
  if (data === null) {
    return (
      <EmptyState
        icon={<FolderX />}
        title="This host's network can't be read"
        description="Passdeck reads it from the host's own /sys and /proc, which it can't reach. Networks of bridges can be made all the same, by the bridge's name."
      />
    );
  }
  return (
    <>
      <p className="mb-3 max-w-3xl text-muted">
        A bridge puts VMs into the LAN like machines of their own. Where the host has one, a network of the
        mode “Bridge of the host” uses it. Making one changes the host's own connection, so that is for
        somebody at the host to do: Passdeck writes the commands.
      </p>
      <LinkTable links={data.links} onMakeBridge={setDevice} />
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
