"use client";

import { ArrowDown, ArrowUp, Search } from "lucide-react";
import { stateLooks, stateOrder } from "@/components/fleet/state-look";
import { useHosts } from "@/components/fleet/use-fleet";
import { useStateCounts } from "@/components/fleet/use-fleet-facts";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { formatNumber } from "@/components/formats/numbers";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { VmState } from "@/server/fleet/schema";
import { columnsFor } from "./columns";
import { LabelFilters } from "./labels/label-filters";
import type { ViewProps } from "./view-props";
import { ViewMenu } from "./views/view-menu";

/** Search, what to sort by where the list has no headings, and the states to show. */
export function VmListToolbar({ view, onView }: ViewProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <search className="relative min-w-0 flex-1 basis-40 sm:max-w-72">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
        <Input
          type="search"
          aria-label="Search VMs by name, address, state or device"
          aria-keyshortcuts="/"
          placeholder="Search VMs"
          autoComplete="off"
          spellCheck={false}
          className="pl-8"
          value={view.query}
          onChange={(event) => onView({ ...view, query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape" && view.query !== "") onView({ ...view, query: "" });
          }}
        />
      </search>
      <SortChoice view={view} onView={onView} />
      <HostFilter view={view} onView={onView} />
      <LabelFilters view={view} onView={onView} />
      <ViewMenu view={view} onView={onView} />
      <StateFilter view={view} onView={onView} />
    </div>
  );
}

/** Whose VMs are shown, where there are several hosts. */
function HostFilter({ view, onView }: ViewProps) {
  const hosts = useHosts();
  const label = useHostLabel();
  // One that is gone still stands in an address.
  const gone = view.host !== null && !hosts.some(({ id }) => id === view.host) ? [view.host] : [];
  if (hosts.length < 2 && gone.length === 0) return null;
  return (
    <Select
      aria-label="Show VMs of"
      className="max-w-48"
      value={view.host ?? ""}
      onChange={({ target }) => onView({ ...view, host: target.value === "" ? null : target.value })}
    >
      <option value="">All hosts</option>
      {[...hosts.map(({ id }) => id), ...gone].map((id) => (
        <option key={id} value={id}>
          {label(id)}
        </option>
      ))}
    </Select>
  );
}

function StateFilter({ view, onView }: ViewProps) {
  const counts = useStateCounts();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shown = stateOrder.filter((state) => counts.has(state) || state === view.state);
  const choices: { value: VmState | "all"; label: string; count: number }[] = [
    { value: "all", label: "All", count: total },
    ...shown.map((state) => ({ value: state, label: stateLooks[state].word, count: counts.get(state) ?? 0 })),
  ];
  return (
    <fieldset className="flex w-full min-w-0 gap-1 overflow-x-auto sm:w-auto sm:flex-wrap">
      <legend className="sr-only">Show by state</legend>
      {choices.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={view.state === value}
          onClick={() => onView({ ...view, state: value })}
          className={classNames(
            "h-8 shrink-0 rounded-md px-2.5 text-sm whitespace-nowrap",
            view.state === value ? "bg-foreground/10 font-medium" : "text-muted hover:bg-foreground/5",
          )}
        >
          {label} <span className="tabular-nums">{formatNumber(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Where the list has no headings, or not all of them. */
function SortChoice({ view, onView }: ViewProps) {
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  const columns = columnsFor(useHosts().length);
  return (
    <div className="flex @min-[62rem]:hidden">
      <select
        aria-label="Sort by"
        value={view.sort}
        onChange={({ target }) => {
          const column = columns.find(({ id }) => id === target.value);
          if (column !== undefined) onView({ ...view, sort: column.id, descending: column.descendingFirst });
        }}
        className="h-8 rounded-l-md border border-border-strong bg-surface px-2 text-sm"
      >
        {columns.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={view.descending ? "Sorted downwards; sort upwards" : "Sorted upwards; sort downwards"}
        onClick={() => onView({ ...view, descending: !view.descending })}
        className="flex size-8 items-center justify-center rounded-r-md border border-border-strong border-l-0 bg-surface hover:bg-foreground/6"
      >
        <Arrow aria-hidden className="size-4" />
      </button>
    </div>
  );
}
