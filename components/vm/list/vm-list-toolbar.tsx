"use client";

import { ArrowDownUp, Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import type { VmState } from "@/server/fleet/schema";
import { stateLooks, stateOrder } from "../state-look";
import { useStateCounts } from "../use-fleet-facts";
import { columnIds, columnOf } from "./columns";
import { type ListView, sortedBy } from "./list-view";

export interface VmListToolbarProps {
  view: ListView;
  onView: (view: ListView) => void;
}

/** Search, the states to show, and, where the list has no headings, what to sort by. */
export function VmListToolbar({ view, onView }: VmListToolbarProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <search className="relative w-full sm:w-72">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
        <Input
          type="search"
          aria-label="Search VMs by name, address, state or device"
          aria-keyshortcuts="/"
          placeholder="Search name, address, device…"
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
      <StateFilter view={view} onView={onView} />
      <SortMenu view={view} onView={onView} />
    </div>
  );
}

function StateFilter({ view, onView }: VmListToolbarProps) {
  const counts = useStateCounts();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shown = stateOrder.filter((state) => counts.has(state) || state === view.state);
  const choices: { value: VmState | "all"; label: string; count: number }[] = [
    { value: "all", label: "All", count: total },
    ...shown.map((state) => ({ value: state, label: stateLooks[state].word, count: counts.get(state) ?? 0 })),
  ];
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Show by state</legend>
      {choices.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={view.state === value}
          onClick={() => onView({ ...view, state: value })}
          className={classNames(
            "h-8 rounded-md px-2.5 text-sm",
            view.state === value ? "bg-foreground/10 font-medium" : "text-muted hover:bg-foreground/5",
          )}
        >
          {label} <span className="tabular-nums">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}

function SortMenu({ view, onView }: VmListToolbarProps) {
  const direction = view.descending ? "downwards" : "upwards";
  return (
    <div className="ml-auto @min-[62rem]:hidden">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" aria-label={`Sort: ${columnOf(view.sort).label}, ${direction}`}>
            <ArrowDownUp aria-hidden />
            {columnOf(view.sort).label}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuRadioGroup value={view.sort}>
            {columnIds.map((id) => (
              <DropdownMenuRadioItem key={id} value={id} onSelect={() => onView(sortedBy(view, id))}>
                {columnOf(id).label}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}
