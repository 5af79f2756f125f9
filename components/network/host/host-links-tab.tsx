"use client";

import { FolderX } from "lucide-react";
import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { useHost } from "@/components/fleet/use-fleet";
import { EmptyState } from "@/components/ui/empty-state";
import type { HostLink } from "@/server/network/host/host-network.schema";
import { useHostNetworking } from "../use-host-networking";
import { BridgeGuideDialog } from "./bridge-guide-dialog";
import { LinkTable } from "./link-table";

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
  return (
    <>
      <p className="mb-3 max-w-3xl text-muted">
        A bridge connects VMs directly to the LAN; a network with the forward mode “Host bridge” uses it.
        Creating one changes the host's own connection, so Passdeck only shows the commands to run on the
        host.
      </p>
      <LinkTable hostId={hostId} links={links} onMakeBridge={setDevice} />
      {device === null ? null : (
        <BridgeGuideDialog hostId={hostId} device={device} links={links} onClose={() => setDevice(null)} />
      )}
    </>
  );
}
