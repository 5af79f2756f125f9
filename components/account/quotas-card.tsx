"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { Card, CardHeader } from "@/components/ui/card";
import { amountText, resourceLabels, resources, usedText } from "@/server/access/quota-words.schema";

type NamedQuota = ApiOutputs["quota"]["mine"][number];

/** What one's own VMs, and those of one's groups, may have together. */
export function QuotasCard() {
  const reading = useQuery(api.quota.mine.queryOptions(undefined, { staleTime: 0 }));
  return (
    <Card>
      <CardHeader title="Quotas" />
      <Loaded reading={reading} what="your quotas">
        {(quotas) => (
          <ul className="divide-y divide-border">
            {quotas.map((quota) => (
              <QuotaRow key={quota.subject.id} quota={quota} />
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

function QuotaRow({ quota: { subject, name, limits, used, unknown } }: { quota: NamedQuota }) {
  return (
    <li className="px-4 py-3">
      <p className="wrap-anywhere font-medium">
        {subject.kind === "user" ? "VMs that you own" : `VMs that the group ${name} owns`}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
        {resources.map((resource) => {
          const limit = limits[resource];
          return (
            <li key={resource}>
              {limit === null
                ? `${resourceLabels[resource]}: ${amountText(resource, used[resource])}, no limit`
                : usedText(resource, used[resource], limit)}
            </li>
          );
        })}
      </ul>
      {unknown === null ? null : <p className="wrap-anywhere mt-1 text-sm text-warning">{unknown}</p>}
    </li>
  );
}
