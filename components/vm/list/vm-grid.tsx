"use client";

import { lazy, Suspense, useRef } from "react";
import { loadActionsSheet } from "@/components/action/lazy-actions-sheet";
import type { DeviceMap } from "@/components/fleet/device-names";
import { useHosts, useStaleHosts, useVm } from "@/components/fleet/use-fleet";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { useMaintenance } from "@/components/fleet/use-maintenance";
import type { FailedStart } from "@/server/work/vm/failed-start.schema";
import { keyOf, rowElement } from "./grid-dom";
import type { ListView } from "./list-view";
import { RowMenu } from "./row-menu";
import { useFailedStarts } from "./use-failed-starts";
import { type GridOptions, useGrid } from "./use-grid";
import { VmListHeader } from "./vm-list-header";
import { VmRow } from "./vm-row";

const FailedStartDialog = lazy(() => import("./failed-start-dialog"));

export interface VmGridProps extends GridOptions {
  /** How many VMs the list has, of which `keys` may be the first ones only. */
  count: number;
  view: ListView;
  onView: (view: ListView) => void;
  devices: (hostId: string) => DeviceMap;
}

/** The list itself: headings, the rows in sight, the keys. */
export function VmGrid({ keys, count, view, onView, selection, onSelection, devices }: VmGridProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const isStale = useStaleHosts();
  const hosts = useHosts().length;
  const hostName = useHostLabel();
  const maintenanceOf = useMaintenance();
  const grid = useGrid(body, { keys, selection, onSelection });
  const { menu, rows, failedKey } = grid;
  const failedStarts = useFailedStarts();
  const selectedHere = keys.filter((key) => selection.has(key)).length;
  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a data grid is a table whose rows take keys.
        role="grid"
        aria-label="Virtual machines"
        aria-rowcount={count + 1}
        aria-multiselectable
        className="block rounded-lg border border-border bg-surface"
      >
        <thead className="sticky top-0 z-20 block">
          <VmListHeader
            view={view}
            onView={onView}
            selected={selectedHere === 0 ? "none" : selectedHere === keys.length ? "all" : "some"}
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
            return key === undefined ? null : (
              <VmRow
                key={key}
                rowKey={key}
                index={index}
                offset={rows.placed ? rows.stack.offset(index) : null}
                selected={selection.has(key)}
                active={index === grid.activeIndex}
                startFailed={failedStarts.has(key)}
                devices={devices}
                isStale={isStale}
                hosts={hosts}
                hostName={hostName}
                maintenanceOf={maintenanceOf}
                measure={rows.measure}
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
