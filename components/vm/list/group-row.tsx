"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import type { VmGroup } from "@/components/fleet/vm-groups";
import { formatNumber } from "@/components/formats/numbers";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import type { Grouping } from "./list-view";
import type { Selection } from "./selection";
import type { VmRowProps } from "./vm-row";

export interface GroupRowProps
  extends Pick<VmRowProps, "rowKey" | "index" | "offset" | "active" | "measure"> {
  group: VmGroup;
  grouping: Grouping;
  folded: boolean;
  selection: Selection;
}

const outside: Readonly<Record<Grouping, string>> = {
  none: "",
  host: "",
  folder: "In no folder",
  tags: "Without tags",
};

/** The heading of a group, by which it is folded and selected. */
export function GroupRow(props: GroupRowProps) {
  const { rowKey, index, offset, active, measure, group, grouping, folded, selection } = props;
  const name = group.name === "" ? outside[grouping] : group.name;
  const selected = group.keys.filter((key) => selection.has(key)).length;
  const isWhole = selected === group.keys.length;
  const tabIndex = active ? 0 : -1;
  const Chevron = folded ? ChevronRight : ChevronDown;
  return (
    <tr
      ref={measure}
      data-offset={offset ?? undefined}
      data-key={rowKey}
      aria-rowindex={index + 2}
      aria-selected={isWhole}
      tabIndex={tabIndex}
      style={offset === null ? undefined : { transform: `translateY(${offset}px)` }}
      className={classNames(
        "grid grid-cols-[1.5rem_minmax(0,1fr)] items-center gap-x-2 border-border border-b bg-inset px-2 py-1 -outline-offset-2 @min-[62rem]:gap-x-3",
        offset !== null && "absolute inset-x-0 top-0",
      )}
    >
      <td>
        <Checkbox
          data-part="select"
          checked={isWhole}
          indeterminate={selected > 0 && !isWhole}
          readOnly
          tabIndex={tabIndex}
          aria-label={`Select all of ${name}`}
        />
      </td>
      <th scope="rowgroup" className="min-w-0 text-left">
        <button
          type="button"
          data-part="fold"
          tabIndex={tabIndex}
          aria-expanded={!folded}
          className="inline-flex min-h-7 max-w-full items-center gap-1.5 font-medium"
        >
          <Chevron aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="wrap-anywhere min-w-0 text-left">{name}</span>
          <span className="font-normal text-muted tabular-nums">{formatNumber(group.keys.length)}</span>
        </button>
      </th>
    </tr>
  );
}
