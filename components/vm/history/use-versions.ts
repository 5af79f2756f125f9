"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/api/client";
import { whileVisible } from "@/components/fleet/while-visible";
import type { VersionSummary } from "@/server/database/definition-versions";

/** A definition as it is kept. */
export type DefinitionVersion = NonNullable<ApiOutputs["definition"]["get"]>;

/** All versions of a VM's definition, the latest first, kept up to date; null until they are here. */
export function useVersions(hostId: string, vmId: string): readonly VersionSummary[] | null {
  const [versions, setVersions] = useState<readonly VersionSummary[] | null>(null);
  useEffect(
    () =>
      whileVisible((again) => {
        const subscription = trpc.definition.watchVersions.subscribe(
          { hostId, vmId },
          { onData: setVersions, onError: again, onComplete: again },
        );
        return () => subscription.unsubscribe();
      }),
    [hostId, vmId],
  );
  return versions;
}
