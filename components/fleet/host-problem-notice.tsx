"use client";

import { TriangleAlert } from "lucide-react";
import { problemTitles } from "./problem-words";
import { Retrying } from "./retrying";
import type { TroubledHost } from "./use-troubled-hosts";

/** That a host cannot be reached, and why. */
export default function HostProblemNotice({ host }: { host: TroubledHost }) {
  return (
    <section className="flex gap-3 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
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
  );
}
