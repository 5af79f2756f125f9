"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldOff } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useVms } from "@/components/fleet/use-fleet";
import { Card } from "@/components/ui/card";
import { CodeText } from "@/components/ui/code-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { UnreadableBadge } from "@/components/ui/unreadable";
import type { FilterSummary } from "@/server/network/filter.schema";
import { usersOfFilter } from "@/server/network/network-users.schema";
import { VmLinks } from "../vm-links";
import { filterWords } from "./filter-words";

/** The network filters of a host, and which VMs' packets pass each. */
export default function FiltersTab({ hostId }: { hostId: string }) {
  const filters = useQuery(api.network.filters.queryOptions({ hostId }));
  return (
    <Loaded reading={filters} what="the filters" skeleton={<Skeleton className="h-64 rounded-lg" />}>
      {(list) => <FilterList hostId={hostId} filters={list} />}
    </Loaded>
  );
}

interface FilterListProps {
  hostId: string;
  filters: readonly FilterSummary[];
}

function FilterList({ hostId, filters }: FilterListProps) {
  if (filters.length === 0) {
    return (
      <EmptyState
        icon={<ShieldOff />}
        title="No network filters"
        description="Most distributions have libvirt's standard filters in the package libvirt-daemon-config-nwfilter. “virsh nwfilter-define FILE” adds others."
      />
    );
  }
  return (
    <>
      <p className="mb-3 max-w-3xl text-muted">
        Firewall rules for a VM's network card, for example against address spoofing. Select a filter on the
        network card in the VM's hardware.
      </p>
      <Card>
        <ul className="divide-y divide-border">
          {filters.map((filter) => (
            <FilterItem key={filter.uuid} hostId={hostId} filter={filter} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function FilterItem({ hostId, filter }: { hostId: string; filter: FilterSummary }) {
  const users = usersOfFilter(
    filter.name,
    useVms().filter((vm) => vm.hostId === hostId),
  );
  const words = filterWords(filter.name);
  return (
    <li>
      <details>
        <summary className="cursor-pointer px-4 py-2">
          <span className="font-medium">{filter.name}</span>
          {words === null ? null : <span className="text-muted"> {words}</span>}
          {users.length === 0 ? null : (
            <span className="wrap-anywhere ml-2 text-sm">
              Used by {users.map(({ name }) => name).join(", ")}
            </span>
          )}
        </summary>
        <div className="flex flex-col gap-2 px-4 pb-3">
          {users.length === 0 ? null : (
            <p className="text-sm">
              Used by <VmLinks vms={users} />
            </p>
          )}
          {filter.unreadable === null ? null : (
            <p>
              <UnreadableBadge problem={filter.unreadable.problem} />
            </p>
          )}
          {filter.includes.length === 0 ? null : (
            <p className="text-muted text-sm">Includes {filter.includes.join(", ")}</p>
          )}
          <CodeText text={filter.xml.trimEnd()} what={`XML of ${filter.name}`} />
        </div>
      </details>
    </li>
  );
}
