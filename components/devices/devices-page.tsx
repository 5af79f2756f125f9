"use client";

import { Tag } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useMay } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { HostSummary } from "@/server/fleet/schema";
import { DeviceItem } from "./device-item";

/** The named devices that somebody may know of, with their bookings: for who is shown nothing else of their host. */
export function DevicesPage() {
  const may = useMay();
  const loaded = useFleetLoaded();
  const hosts = useHosts().filter(({ id }) => may("booking.watch", hostObject(id)));
  return (
    <>
      <PageHeader
        title="Named devices"
        description="Cards by name, of which a VM that asks for the name gets a free one at each start: who has one, and until when."
      />
      {!loaded ? <Skeleton className="h-64" /> : null}
      {loaded && hosts.length === 0 ? <Nothing /> : null}
      {hosts.map((host) => (
        <HostDevices key={host.id} host={host} isAlone={hosts.length === 1} />
      ))}
    </>
  );
}

function HostDevices({ host, isAlone }: { host: HostSummary; isAlone: boolean }) {
  const reading = useSubscription(api.booking.watch.subscriptionOptions({ hostId: host.id }));
  return (
    <section aria-label={`Named devices of ${host.name}`} className="mb-6">
      <h2 className={isAlone ? "sr-only" : "mb-2.5 font-semibold text-lg"}>{host.name}</h2>
      <Loaded reading={reading} what="the named devices">
        {(known) =>
          known.length === 0 ? (
            <Nothing />
          ) : (
            <ul className="flex flex-col gap-2.5">
              {known.map((bookable) => (
                <DeviceItem key={bookable.name} hostId={host.id} bookable={bookable} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={<Tag />}
      title="No named device is shared with you yet"
      description="Administrators share them on the page Passthrough."
    />
  );
}
