"use client";

import { FileClock } from "lucide-react";
import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { EmptyState } from "@/components/ui/empty-state";
import { useNow } from "@/components/ui/use-now";
import type { VersionSummary } from "@/server/database/definition-version.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { useDefinition } from "../xml/use-definition";
import { type DefinitionVersion, useVersions } from "./use-versions";
import { VersionRow } from "./version-row";

/** Every definition that a VM had since Passdeck knows it: who made it, what it changed, and the way back to it. */
export function HistoryTab({ vm }: { vm: VmSummary }) {
  // The look at the definition finds what libvirt told nobody of.
  const present = useDefinition(vm);
  const versions = useVersions(vm.hostId, vm.id);
  return (
    <Loaded reading={present} what="the definition">
      {(definition) => (
        <Loaded reading={versions} what="the versions">
          {(known) => <Versions vm={vm} versions={known} present={definition} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface VersionsProps {
  vm: VmSummary;
  versions: readonly VersionSummary[];
  /** The definition as it is; null where there is none. */
  present: DefinitionVersion | null;
}

function Versions({ vm, versions, present }: VersionsProps) {
  const [open, setOpen] = useState<number | null>(null);
  const now = useNow(30);
  if (versions.length === 0) {
    return (
      <EmptyState
        icon={<FileClock />}
        title="No versions"
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
          present={index === 0 ? null : present}
          latest={index === 0}
          open={open === version.id}
          onToggle={() => setOpen((before) => (before === version.id ? null : version.id))}
        />
      ))}
    </ol>
  );
}
