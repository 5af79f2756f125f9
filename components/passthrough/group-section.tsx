"use client";

import { SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { JudgedReport } from "@/server/pci/schema";
import { countKinds, countVerdicts, type DeviceFilter, filterGroups, isEmptyFilter } from "./device-filter";
import type { DeviceOwners } from "./device-owner";
import { deviceColumns } from "./device-row";
import { FilterBar } from "./filter-bar";
import { GroupItem } from "./group-item";
import { groupsOf } from "./group-view";

/** From here on the browser is spared the groups that are off the screen. */
const manyDevices = 100;

const everything: DeviceFilter = { search: "", kind: null, verdict: null };

export interface GroupSectionProps {
  report: JudgedReport;
  owners: DeviceOwners;
  openAddress: string | null;
  onOpen(address: string): void;
}

/** All devices by their IOMMU groups, with a search. */
export default function GroupSection({ report, owners, openAddress, onOpen }: GroupSectionProps) {
  const [filter, setFilter] = useState(everything);
  const shownFilter = useDeferredValue(filter);
  const groups = useMemo(() => groupsOf(report), [report]);
  const kinds = useMemo(() => countKinds(report.devices), [report]);
  const verdicts = useMemo(() => countVerdicts(report.devices), [report]);
  const shown = useMemo(() => filterGroups(groups, shownFilter), [groups, shownFilter]);
  return (
    <div>
      <FilterBar
        filter={filter}
        kinds={kinds}
        verdicts={verdicts}
        total={report.devices.length}
        onChange={setFilter}
      />
      <p role="status" className="mt-2 text-muted text-sm empty:hidden">
        {isEmptyFilter(shownFilter) ? "" : `${shown.length} of ${countOf(groups.length, "group")} shown`}
      </p>
      {shown.length === 0 ? (
        <NoneFits onShowAll={() => setFilter(everything)} />
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
                openAddress={
                  group.devices.some(({ address }) => address === openAddress) ? openAddress : null
                }
                onOpen={onOpen}
                isOneOfMany={report.devices.length > manyDevices}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function NoneFits({ onShowAll }: { onShowAll(): void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No matching devices"
      description="Search by name, address, ID or driver."
      action={<Button onClick={onShowAll}>Show all</Button>}
    />
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
        <span>Verdict</span>
      </div>
    </div>
  );
}
