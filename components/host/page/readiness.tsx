"use client";

import { useEffect, useState } from "react";
import { checkLooks, checkOrder } from "@/components/fleet/check-look";
import { Card, CardHeader } from "@/components/ui/card";
import { FilterChoice } from "@/components/ui/filter-choice";
import { SearchField } from "@/components/ui/search-field";
import type { Check } from "@/server/host/checks/check.schema";
import type { Draft } from "../prepare/use-draft";
import { type CheckFilter, groupsOf, groupTitles } from "./check-filter";
import { CheckItem } from "./check-item";

interface ReadinessProps {
  hostId: string;
  checks: readonly Check[];
  draft: Draft;
}

/** All checks of a host in their groups, what fails first. */
export function Readiness({ hostId, checks, draft }: ReadinessProps) {
  const [filter, setFilter] = useState<CheckFilter>({ search: "", status: null });
  const groups = groupsOf(checks, filter);
  useEffect(showNamedPart, []);
  return (
    <section aria-labelledby="readiness-heading" className="flex flex-col gap-3">
      <h2 id="readiness-heading" className="font-semibold text-lg">
        Readiness
      </h2>
      <search className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchField
          label="Search checks"
          placeholder="IOMMU, vfio, /proc/cmdline"
          text={filter.search}
          onChange={(search) => setFilter({ ...filter, search })}
        />
        <fieldset className="flex min-w-0 flex-wrap gap-1">
          <legend className="sr-only">Answer</legend>
          {checkOrder.map((status) => (
            <FilterChoice
              key={status}
              icon={checkLooks[status].icon}
              label={checkLooks[status].word}
              count={checks.filter((check) => check.status === status).length}
              pressed={filter.status === status}
              onPress={() => setFilter({ ...filter, status: filter.status === status ? null : status })}
            />
          ))}
        </fieldset>
      </search>
      {groups.length === 0 ? <p className="text-muted">No check fits.</p> : null}
      <div className="gap-4 xl:columns-2">
        {groups.map(({ group, checks: shown }) => (
          <Card key={group} aria-labelledby={`group-${group}`} className="mb-4 break-inside-avoid">
            <CardHeader id={`group-${group}`} title={groupTitles[group]} />
            <ul className="divide-y divide-border">
              {shown.map((check) => (
                <CheckItem key={check.id} hostId={hostId} check={check} draft={draft} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </section>
  );
}

/** The part that the page's address names is there only now. */
function showNamedPart(): void {
  const part = document.getElementById(window.location.hash.slice(1));
  if (part === null) return;
  part.querySelector("details")?.setAttribute("open", "");
  part.scrollIntoView({ block: "center" });
}
