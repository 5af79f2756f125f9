"use client";

import { PageLink } from "@/components/fleet/page-link";
import { isActive } from "@/components/fleet/state-look";
import { useVms } from "@/components/fleet/use-fleet";
import { countOf } from "@/components/formats/numbers";
import type { HostSummary } from "@/server/fleet/schema";
import { RunningList } from "./running-list";

/** What runs on a host, live, to be migrated or shut down; and what starts with it. */
export function RunningVms({ host }: { host: HostSummary }) {
  const vms = useVms().filter(({ hostId }) => hostId === host.id);
  const running = vms
    .filter(({ state }) => isActive(state))
    .sort((left, right) => left.name.localeCompare(right.name));
  if (host.connection !== "connected")
    return <p className="px-4 py-3">This host can’t be reached now, so what runs on it is not known.</p>;
  return (
    <>
      {running.length === 0 ? (
        <p role="status" className="px-4 py-3">
          No VM runs here any more: the host can be restarted or switched off.
        </p>
      ) : (
        <RunningList running={running} />
      )}
      <StartedWithHost hostId={host.id} count={vms.filter(({ autostart }) => autostart).length} />
    </>
  );
}

/** libvirt starts them, whatever Passdeck holds back. */
function StartedWithHost({ hostId, count }: { hostId: string; count: number }) {
  if (count === 0) return null;
  return (
    <p className="wrap-anywhere border-border border-t px-4 py-2.5 text-muted text-sm">
      {countOf(count, "VM")} of this host {count === 1 ? "starts" : "start"} with it: libvirt does that when
      the host starts, in maintenance too. It is switched off in{" "}
      <PageLink
        href={`/vms?host=${encodeURIComponent(hostId)}`}
        className="text-accent underline hover:no-underline"
      >
        the list of its VMs
      </PageLink>
      .
    </p>
  );
}
