"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/api/client";
import { errorText } from "@/components/api/error-text";
import { type DefinitionVersion, useVersions } from "@/components/vm/history/use-versions";
import type { VmSummary } from "@/server/fleet/schema";

/** A VM's saved definition on its way, here, or why it is not. "none": the VM lasts until it is shut down. */
export type LoadedDefinition =
  | { state: "loading" }
  | { state: "none" }
  | { state: "failed"; problem: string }
  | { state: "here"; version: DefinitionVersion };

/** A VM's saved definition, asked for anew whenever there is a newer version, or the VM is no longer as it was. */
export function useDefinition(vm: VmSummary): LoadedDefinition {
  const { hostId, id: vmId } = vm;
  const [loaded, setLoaded] = useState<LoadedDefinition>({ state: "loading" });
  const newest = useVersions(hostId, vmId)?.[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer version, or another state of the VM, is a reason to ask.
  useEffect(() => {
    let outdated = false;
    const keep = (answer: LoadedDefinition) => {
      if (!outdated) setLoaded(answer);
    };
    trpc.definition.get.query({ hostId, vmId }).then(
      (version) => keep(version === null ? { state: "none" } : { state: "here", version }),
      (error: unknown) => keep({ state: "failed", problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, vmId, vm, newest]);
  return loaded;
}
