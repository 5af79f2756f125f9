"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import type { VmSummary } from "@/server/fleet/schema";
import { type DefinitionVersion, useVersions } from "../history/use-versions";

/**
 * A VM's saved definition, asked for anew whenever there is a newer version, or the VM is no longer as it was. null of
 * a VM that lasts only until it is shut down.
 */
export function useDefinition(vm: VmSummary): Reading<DefinitionVersion | null> {
  const { hostId, id: vmId } = vm;
  const newest = useVersions(hostId, vmId).data?.[0]?.id;
  const definition = useQuery(api.definition.get.queryOptions({ hostId, vmId }));
  useRefetchOn(vm, definition);
  useRefetchOn(newest, definition);
  return definition;
}
