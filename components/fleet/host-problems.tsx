"use client";

import { lazy, Suspense } from "react";
import { type TroubledHost, useTroubledHosts } from "./use-troubled-hosts";

// Most hosts can be reached.
const Notice = lazy(() => import("./host-problem-notice"));
const Page = lazy(() => import("./host-problem-page"));

/** A notice for each host that cannot be reached, above what is still shown of it. */
export function HostProblemNotices() {
  const troubled = useTroubledHosts();
  if (troubled.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      <Suspense>
        {troubled.map((host) => (
          <Notice key={host.id} host={host} />
        ))}
      </Suspense>
    </div>
  );
}

/** Stands in place of a page that has nothing to show because its host was never reached. */
export function HostProblemPage({ host }: { host: TroubledHost }) {
  return (
    <Suspense>
      <Page host={host} />
    </Suspense>
  );
}
