"use client";

import { lazy, Suspense, useRef } from "react";
import { loadActionsSheet } from "@/components/action/lazy-actions-sheet";
import type { DeviceMap } from "@/components/fleet/device-names";
import { useClustered } from "@/components/fleet/use-clustered";
import { useHosts, useStaleHosts, useVm } from "@/components/fleet/use-fleet";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { useMaintenance } from "@/components/fleet/use-maintenance";
import type { FailedStart } from "@/server/work/vm/failed-start.schema";
import { keyOf, rowElement } from "./grid-dom";
import { GroupRow } from "./group-row";
import type { ListView } from "./list-view";
import { RowMenu } from "./row-menu";
import { useFailedStarts } from "./use-failed-starts";
import { type GridOptions, useGrid } from "./use-grid";
import { VmListHeader } from "./vm-list-header";
import { VmRow } from "./vm-row";

const FailedStartDialog = lazy(() => import("./failed-start-dialog"));

export interface VmGridProps extends GridOptions {
  /** How many VMs the list has, of which `list` may have the first ones only. */
  count: number;
  view: ListView;
  onView: (view: ListView) => void;
  devices: (hostId: string) => DeviceMap;
  /** The names of the groups that show their heading alone. */
  folded: ReadonlySet<string>;
}

/** The list itself: headings, the rows in sight, the keys. */
export function VmGrid(props: VmGridProps) {
  const { list, count, view, onView, selection, devices, folded } = props;
  const { keys, vmKeys } = list;
  const body = useRef<HTMLTableSectionElement>(null);
  const isStale = useStaleHosts();
  const hosts = useHosts().length;
  const hostName = useHostLabel();
  const maintenanceOf = useMaintenance();
  const clustered = useClustered();
  const grid = useGrid(body, props);
  const { menu, rows, failedKey } = grid;
  const failedStarts = useFailedStarts();
  const selectedHere = vmKeys.filter((key) => selection.has(key)).length;
  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a data grid is a table whose rows take keys.
        role="grid"
        aria-label="Virtual machines"
        aria-rowcount={(keys === vmKeys ? count : keys.length) + 1}
        aria-multiselectable
        className="block rounded-lg border border-border bg-surface"
      >
        <thead className="sticky top-0 z-20 block">
          <VmListHeader
            view={view}
            onView={onView}
            selected={selectedHere === 0 ? "none" : selectedHere === vmKeys.length ? "all" : "some"}
            onToggleAll={grid.toggleAll}
            hosts={hosts}
          />
        </thead>
        <tbody
          ref={body}
          className="relative block"
          style={rows.placed ? { height: rows.stack.offset(rows.stack.count) - 1 } : undefined}
          onKeyDown={grid.onKeyDown}
          onClick={grid.onClick}
          onContextMenu={grid.onContextMenu}
          onPointerEnter={() => void loadActionsSheet()}
          onFocus={(event) => grid.setActiveKey(keyOf(event.target))}
        >
          {rows.drawn.map((index) => {
            const key = keys[index];
            if (key === undefined) return null;
            const group = list.groupOf(key);
            const place = {
              rowKey: key,
              index,
              offset: rows.placed ? rows.stack.offset(index) : null,
              active: index === grid.activeIndex,
              measure: rows.measure,
            };
            return group === null ? (
              <VmRow
                key={key}
                {...place}
                selected={selection.has(key)}
                startFailed={failedStarts.has(key)}
                devices={devices}
                isStale={isStale}
                hosts={hosts}
                hostName={hostName}
                maintenanceOf={maintenanceOf}
                clustered={clustered}
              />
            ) : (
              <GroupRow
                key={key}
                {...place}
                group={group}
                grouping={view.group}
                folded={folded.has(group.name)}
                selection={selection}
              />
            );
          })}
        </tbody>
      </table>
      {failedKey === null ? null : (
        <ToldFailure
          rowKey={failedKey}
          failed={failedStarts.get(failedKey)}
          onClose={() => grid.setFailedKey(null)}
        />
      )}
      {menu === null ? null : (
        <RowMenu
          place={menu}
          onClose={() => grid.setMenu(null)}
          returnFocus={() => rowElement(body.current, menu.key)?.focus({ preventScroll: true })}
        />
      )}
    </>
  );
}

interface ToldFailureProps {
  rowKey: string;
  /** undefined once it is seen to. */
  failed: FailedStart | undefined;
  onClose(): void;
}

function ToldFailure({ rowKey, failed, onClose }: ToldFailureProps) {
  const vm = useVm(rowKey);
  if (vm === null || failed === undefined) return null;
  return (
    <Suspense>
      <FailedStartDialog vm={vm} failed={failed} onClose={onClose} />
    </Suspense>
  );
}
