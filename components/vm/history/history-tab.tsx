"use client";

import { FileClock } from "lucide-react";
import { useState } from "react";
import { useNow } from "@/components/host/use-now";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { useDefinition } from "../xml/use-definition";
import { useVersions } from "./use-versions";
import { VersionRow } from "./version-row";

/** Every definition that a VM had since Passdeck knows it: who made it, what it changed, and the way back to it. */
export function HistoryTab({ vm }: { vm: VmSummary }) {
  // The look at the definition finds what libvirt told nobody of.
  const present = useDefinition(vm);
  const versions = useVersions(vm.hostId, vm.id);
  const [open, setOpen] = useState<number | null>(null);
  const now = useNow(30);
  if (versions === null || present.state === "loading") return <Skeleton className="h-40" />;
  if (versions.length === 0) {
    return (
      <EmptyState
        icon={<FileClock />}
        title="No version is kept"
        description="This VM has no saved definition: it is gone when it is shut down. Once it is defined, each of its versions stands here."
      />
    );
  }
  return (
    <ol className="divide-y divide-border overflow-hidden rounded-lg border border-border bg-surface">
      {versions.map((version, index) => (
        <VersionRow
          key={version.id}
          vm={vm}
          version={version}
          now={now}
          present={index === 0 || present.state !== "here" ? null : present.version}
          latest={index === 0}
          open={open === version.id}
          onToggle={() => setOpen((before) => (before === version.id ? null : version.id))}
        />
      ))}
    </ol>
  );
}
