"use client";

import { ServerCrash } from "lucide-react";
import { problemTitles } from "./problem-words";
import { Retrying } from "./retrying";
import type { TroubledHost } from "./use-troubled-hosts";

/** Stands in place of a page that has nothing to show because its host was never reached. */
export default function HostProblemPage({ host }: { host: TroubledHost }) {
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
