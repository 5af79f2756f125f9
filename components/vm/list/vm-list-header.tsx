"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { type Column, columnsFor } from "./columns";
import { type ListView, sortedBy } from "./list-view";
import { cellPlace, rowGrid } from "./row-layout";

export interface VmListHeaderProps {
  view: ListView;
  onView: (view: ListView) => void;
  /** Of those that are shown. */
  selected: "all" | "some" | "none";
  onToggleAll: () => void;
  /** How many hosts there are. */
  hosts: number;
}

/** The headings; pressing one sorts by it. Cards have none: there the sort menu does it. */
export function VmListHeader({ view, onView, selected, onToggleAll, hosts }: VmListHeaderProps) {
  return (
    <tr
      aria-rowindex={1}
      className={classNames(
        rowGrid(hosts),
        "hidden rounded-t-lg border-border border-b bg-surface py-0.5 text-left text-muted text-sm @min-[36rem]:grid",
      )}
    >
      <th scope="col" className={cellPlace.select}>
        <Checkbox
          checked={selected === "all"}
          indeterminate={selected === "some"}
          onChange={onToggleAll}
          aria-label="Select all that are shown"
        />
      </th>
      {columnsFor(hosts).map((column) => (
        <Heading key={column.id} column={column} view={view} onView={onView} />
      ))}
      <th scope="col" className={cellPlace.menu}>
        <span className="sr-only">Actions</span>
      </th>
    </tr>
  );
}

function Heading({ column, view, onView }: { column: Column } & Pick<VmListHeaderProps, "view" | "onView">) {
  const sorted = view.sort === column.id;
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  const wideOnly = column.id === "addresses" || column.id === "gpu" || column.id === "host";
  return (
    <th
      scope="col"
      aria-sort={sorted ? (view.descending ? "descending" : "ascending") : "none"}
      className={classNames(cellPlace[column.id], wideOnly && "hidden @min-[62rem]:block")}
    >
      <button
        type="button"
        onClick={() => onView(sortedBy(view, column.id))}
        className={classNames(
          "inline-flex min-h-7 items-center gap-1 rounded-sm font-medium hover:text-foreground",
          sorted && "text-foreground",
        )}
      >
        {column.label}
        {sorted ? <Arrow aria-hidden className="size-3.5" /> : null}
      </button>
    </th>
  );
}
