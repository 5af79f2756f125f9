"use client";

import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { useSubscription } from "@/components/data/use-subscription";
import type { VersionSummary } from "@/server/database/definition-version.schema";

/** A definition as it is kept. */
export type DefinitionVersion = NonNullable<ApiOutputs["definition"]["get"]>;

/** All versions of a VM's definition, the latest first, live. */
export function useVersions(hostId: string, vmId: string): Reading<readonly VersionSummary[]> {
  return useSubscription(api.definition.watchVersions.subscriptionOptions({ hostId, vmId }));
}
