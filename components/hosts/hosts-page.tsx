"use client";

import { skipToken } from "@tanstack/react-query";
import { Plus, Server, ServerCog } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSession } from "@/components/data/session";
import { installationObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { useHosts } from "@/components/fleet/use-fleet";
import { useVmCounts } from "@/components/fleet/use-fleet-facts";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ReasonButton } from "@/components/ui/reason-button";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { HostEntry } from "./host-entry";

const HostDialog = lazy(() => import("./host-dialog"));
const RemoveHostDialog = lazy(() => import("./remove-host-dialog"));

/** What is asked over the page. A host as it was when that began: what is typed does not go when it changes meanwhile. */
type Asking = { kind: "add" } | { kind: "change" | "remove"; managed: ManagedHostView };

/** The hosts that Passdeck manages, live, for administrators. */
export function HostsPage() {
  const session = useSession();
  const refused = useRights(installationObject)("hosts.watch") !== null;
  const reading = useSubscription(
    api.hosts.watch.subscriptionOptions(session === null || refused ? skipToken : undefined),
  );
  const [asking, setAsking] = useState<Asking | null>(null);
  if (refused) return <NotForYou />;
  const close = () => setAsking(null);
  const add = (primary: boolean) => (
    <AddButton primary={primary} onPress={() => setAsking({ kind: "add" })} />
  );
  return (
    <>
      <PageHeader
        title="Hosts"
        description="The machines whose libvirt Passdeck manages, and how it reaches them."
        actions={add(true)}
      />
      <Loaded reading={reading} what="the hosts">
        {(managed) => (
          <>
            <HostEntries managed={managed} onAsk={setAsking} />
            {managed.length > 0 ? null : (
              <EmptyState
                icon={<Server />}
                title="No other host is managed yet"
                description="Add one that you reach by ssh or TLS. Its VMs, devices, storage and networks appear beside those here."
                action={add(false)}
              />
            )}
          </>
        )}
      </Loaded>
      <Suspense>
        {asking?.kind === "add" ? <HostDialog managed={null} onClose={close} /> : null}
        {asking?.kind === "change" ? <HostDialog managed={asking.managed} onClose={close} /> : null}
        {asking?.kind === "remove" ? (
          <RemoveHostDialog hostId={asking.managed.hostId} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
}

interface HostEntriesProps {
  managed: readonly ManagedHostView[];
  onAsk(asking: Asking): void;
}

function HostEntries({ managed, onAsk }: HostEntriesProps) {
  const hosts = useHosts();
  const counts = useVmCounts();
  return (
    <ul aria-label="Hosts of the fleet" className="flex flex-col gap-3">
      {hosts.map((host) => {
        const own = managed.find(({ hostId }) => hostId === host.id) ?? null;
        const ask = (kind: "change" | "remove") => (own === null ? undefined : onAsk({ kind, managed: own }));
        return (
          <HostEntry
            key={host.id}
            host={host}
            vms={counts.get(host.id) ?? 0}
            managed={own}
            onChange={() => ask("change")}
            onRemove={() => ask("remove")}
          />
        );
      })}
    </ul>
  );
}

function AddButton({ primary, onPress }: { primary: boolean; onPress(): void }) {
  const isDemo = useSession()?.demo === true;
  return (
    <ReasonButton
      reason={isDemo ? "The demo’s hosts are made up: no other machine is reached." : null}
      variant={primary ? "primary" : "secondary"}
      onClick={onPress}
    >
      <Plus aria-hidden />
      Add host…
    </ReasonButton>
  );
}

function NotForYou() {
  return (
    <EmptyState
      headingLevel={1}
      icon={<ServerCog />}
      title="Hosts are administered by administrators"
      description="Your role does not allow to see how they are reached. What runs on them is in VMs."
    />
  );
}
