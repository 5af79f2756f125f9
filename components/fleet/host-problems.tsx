"use client";

import { ServerCrash, TriangleAlert } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";
import { useNow } from "@/components/ui/use-now";
import type { HostProblem, HostSummary } from "@/server/fleet/schema";
import { formatAgo, formatTime } from "./format";
import { problemTitles } from "./problem-words";
import { useHosts } from "./use-fleet";

type TroubledHost = HostSummary & { problem: HostProblem };

function isTroubled(host: HostSummary): host is TroubledHost {
  return host.problem !== null && host.connection !== "connected";
}

/** Hosts that cannot be reached, with why. */
export function useTroubledHosts(): readonly TroubledHost[] {
  return useHosts().filter(isTroubled);
}

/** A notice for each host that cannot be reached, above what is still shown of it. */
export function HostProblemNotices() {
  const troubled = useTroubledHosts();
  if (troubled.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {troubled.map((host) => (
        <section
          key={host.id}
          className="flex gap-3 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          <div className="wrap-anywhere min-w-0">
            <div role="alert">
              <h2 className="font-semibold">
                {host.name}: {problemTitles[host.problem.code]}
              </h2>
              <p>{host.problem.message}</p>
              <p>{host.problem.fix}</p>
            </div>
            <Retrying lastSeen={host.lastSeen} />
          </div>
        </section>
      ))}
    </div>
  );
}

/** Stands in place of a page that has nothing to show because its host was never reached. */
export function HostProblemPage({ host }: { host: TroubledHost }) {
  return (
    <section className="mx-auto max-w-2xl py-10">
      <span
        aria-hidden
        className="mb-4 flex size-11 items-center justify-center rounded-xl border border-danger/40 bg-danger/10 text-danger"
      >
        <ServerCrash className="size-5" />
      </span>
      <div role="alert">
        <h2 className="font-semibold text-xl tracking-tight">{problemTitles[host.problem.code]}</h2>
        <p className="wrap-anywhere mt-2 text-muted">{host.problem.message}</p>
      </div>
      <h3 className="mt-6 font-semibold">What to do</h3>
      <p className="wrap-anywhere mt-1 rounded-lg border border-border bg-surface px-4 py-3">
        {host.problem.fix}
      </p>
      <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        <dt className="text-muted">Host</dt>
        <dd className="wrap-anywhere">{host.name}</dd>
        <dt className="text-muted">URI</dt>
        <dd className="wrap-anywhere font-mono text-sm">{host.uri}</dd>
      </dl>
      <div className="mt-6">
        <Retrying lastSeen={host.lastSeen} />
      </div>
    </section>
  );
}

/** Outside of the alerts: words that change every few seconds would be read out each time. */
function Retrying({ lastSeen }: { lastSeen: number | null }) {
  const now = useNow(5);
  return (
    <p className="mt-1 flex items-center gap-2 text-muted text-sm">
      <Spinner className="size-3.5" />
      <span>
        Retrying every few seconds.
        {lastSeen === null
          ? null
          : ` Last connected at ${formatTime(lastSeen, now)} (${formatAgo(lastSeen, now)}).`}
      </span>
    </p>
  );
}
