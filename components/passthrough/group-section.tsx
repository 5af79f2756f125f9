"use client";

import { SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { countOf } from "@/components/fleet/format";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { HostReport } from "@/server/pci/schema";
import { countKinds, type DeviceFilter, filterGroups, isEmptyFilter } from "./device-filter";
import type { DeviceOwners } from "./device-owner";
import { deviceColumns } from "./device-row";
import { FilterBar } from "./filter-bar";
import { GroupItem } from "./group-item";
import { groupsOf } from "./group-view";

/** From here on the browser is spared the groups that are off the screen. */
const manyDevices = 100;

const everything: DeviceFilter = { search: "", kind: null };

/** All devices by their IOMMU groups, with a search. */
export function GroupSection({ report, owners }: { report: HostReport; owners: DeviceOwners }) {
  const [filter, setFilter] = useState(everything);
  const shownFilter = useDeferredValue(filter);
  const groups = useMemo(() => groupsOf(report), [report]);
  const counts = useMemo(() => countKinds(report.devices), [report]);
  const shown = useMemo(() => filterGroups(groups, shownFilter), [groups, shownFilter]);
  return (
    <section aria-labelledby="groups-heading">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="groups-heading" className="font-semibold text-lg">
          IOMMU groups
        </h2>
        <p role="status" className="text-muted text-sm">
          {isEmptyFilter(shownFilter)
            ? `${countOf(report.groups.length, "group")}, ${countOf(report.devices.length, "device")}`
            : `${shown.length} of ${countOf(groups.length, "group")} shown`}
        </p>
      </div>
      <FilterBar filter={filter} counts={counts} total={report.devices.length} onChange={setFilter} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title="No device fits"
          description="Search for a part of its name, address, id or driver."
          action={<Button onClick={() => setFilter(everything)}>Show all</Button>}
        />
      ) : (
        <>
          <ColumnHeadings />
          <ul className="mt-3 flex flex-col gap-2.5 lg:mt-1.5">
            {shown.map(({ group, matches }) => (
              <GroupItem
                key={group.id ?? "none"}
                group={group}
                matches={matches}
                owners={owners}
                isOneOfMany={report.devices.length > manyDevices}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Headings for the eye; each fact carries its own name for who listens. */
function ColumnHeadings() {
  return (
    <div
      aria-hidden
      className="mt-4 hidden px-px text-muted text-xs lg:grid lg:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <span className="px-3">Group</span>
      <div className={`grid gap-x-4 border-l-2 border-l-transparent px-3 ${deviceColumns}`}>
        <span className="pl-6.5">Device</span>
        <span>Address</span>
        <span>Id</span>
        <span>Driver</span>
        <span>Reset</span>
      </div>
    </div>
  );
}
