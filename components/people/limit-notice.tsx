"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { resourceLabels, resources } from "@/server/access/quota-words.schema";
import type { Subject } from "@/server/access/share.schema";

/** What of a quota is not limited: without a limit of VMs nothing is made. */
export function LimitNotice({ subject }: { subject: Subject }) {
  const { data } = useQuery(api.quota.of.queryOptions({ subject }, { staleTime: 0, gcTime: 0 }));
  if (data === undefined) return null;
  const open = resources.filter((resource) => data.limits[resource] === null && resource !== "cards");
  if (open.includes("vms"))
    return (
      <p className="text-warning">
        No limit of VMs is set. Set one in the quota: without it nothing can be created.
      </p>
    );
  if (open.length === 0) return null;
  return (
    <p className="text-muted">
      Not limited by the quota: {open.map((one) => resourceLabels[one]).join(", ")}.
    </p>
  );
}
