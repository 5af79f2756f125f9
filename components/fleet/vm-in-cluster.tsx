"use client";

import { ShieldCheck } from "lucide-react";
import { availabilityPath } from "./availability-path";
import { PageLink } from "./page-link";

export interface VmInClusterProps {
  hostId: string;
  resource: string;
}

/** That a cluster runs a VM, and what that means for what can be done to it here. */
export default function VmInCluster({ hostId, resource }: VmInClusterProps) {
  return (
    <section
      aria-label="High availability"
      className="mb-4 flex gap-3 rounded-lg border border-border bg-surface px-4 py-2.5"
    >
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <p className="wrap-anywhere min-w-0">
        <strong className="font-semibold">A cluster runs this VM, as {resource}.</strong> Pacemaker starts,
        stops and moves it, from a definition of its own; what would work against that is refused here.{" "}
        <PageLink href={availabilityPath(hostId)} className="text-accent underline">
          High availability
        </PageLink>
      </p>
    </section>
  );
}
