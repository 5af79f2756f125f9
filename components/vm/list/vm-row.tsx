"use client";

import { memo } from "react";
import { usePendingAction } from "@/components/action/use-pending";
import type { DeviceMap } from "@/components/fleet/device-names";
import { MaintenanceBadge } from "@/components/fleet/maintenance-badge";
import { staleLook } from "@/components/fleet/stale-look";
import { isActive } from "@/components/fleet/state-look";
import { useVm } from "@/components/fleet/use-fleet";
import { vmPath } from "@/components/fleet/vm-key";
import { VmLabels } from "@/components/fleet/vm-labels";
import { VmState } from "@/components/fleet/vm-state";
import { formatBytes } from "@/components/formats/numbers";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { UnreadableBadge } from "@/components/ui/unreadable";
import type { Maintenance } from "@/server/fleet/maintenance.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { CpuCell } from "./cpu-cell";
import { GpuCell } from "./gpu-cell";
import { cellPlace, emptyUnlessWide, rowGrid } from "./row-layout";

export interface VmRowProps {
  rowKey: string;
  /** From 0, in the whole list. */
  index: number;
  /** Pixels from the top of the list; null where it stands below the one before it. */
  offset: number | null;
  selected: boolean;
  /** The one row of the list that Tab leads to. */
  active: boolean;
  /** Its last start failed. */
  startFailed: boolean;
  devices: (hostId: string) => DeviceMap;
  isStale: (hostId: string) => boolean;
  /** How many hosts there are. */
  hosts: number;
  hostName: (hostId: string) => string;
  maintenanceOf: (hostId: string) => Maintenance | null;
  /** As which resource a cluster runs a VM; null where none does. */
  clustered: (vm: VmSummary) => string | null;
  measure: (element: HTMLElement | null) => (() => void) | undefined;
}

/** One VM of the list. Presses are handled by the list, which tells them apart by `data-part`. */
export const VmRow = memo(function VmRow(props: VmRowProps) {
  const {
    rowKey,
    index,
    offset,
    selected,
    active,
    startFailed,
    devices,
    isStale,
    hosts,
    hostName,
    maintenanceOf,
    clustered,
    measure,
  } = props;
  const vm = useVm(rowKey);
  if (vm === null) return null;
  return (
    <tr
      ref={measure}
      data-offset={offset ?? undefined}
      data-key={rowKey}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      style={offset === null ? undefined : { transform: `translateY(${offset}px)` }}
      className={classNames(
        rowGrid(hosts),
        offset !== null && "absolute inset-x-0 top-0",
        "contain-[layout_style] border-border border-b py-2 -outline-offset-2 @min-[36rem]:py-1",
        selected ? "bg-accent/10" : "hover:bg-foreground/4",
      )}
    >
      <Cells
        vm={vm}
        rowKey={rowKey}
        selected={selected}
        active={active}
        startFailed={startFailed}
        devices={devices}
        isStale={isStale}
        hostName={hosts > 1 ? hostName : null}
        maintenanceOf={maintenanceOf}
        clustered={clustered}
      />
    </tr>
  );
});

type CellsProps = Pick<
  VmRowProps,
  "rowKey" | "selected" | "active" | "startFailed" | "devices" | "isStale" | "maintenanceOf" | "clustered"
> & {
  vm: VmSummary;
  /** null where there is one host alone. */
  hostName: VmRowProps["hostName"] | null;
};

function Cells(props: CellsProps) {
  const { vm, rowKey, selected, active, startFailed, devices, isStale, hostName, maintenanceOf, clustered } =
    props;
  const pending = usePendingAction(rowKey);
  const faded = classNames(isStale(vm.hostId) && staleLook);
  const tabIndex = active ? 0 : -1;
  return (
    <>
      <td className={cellPlace.select}>
        <Checkbox
          data-part="select"
          checked={selected}
          readOnly
          tabIndex={tabIndex}
          aria-label={`Select ${vm.name}`}
        />
      </td>
      <th scope="row" className={classNames(cellPlace.name, faded, "text-left font-normal")}>
        <a
          href={vmPath(vm)}
          data-part="open"
          tabIndex={tabIndex}
          className="wrap-anywhere inline-block min-h-6 py-0.5 font-medium hover:underline"
        >
          {vm.name}
        </a>
        {vm.title === null ? null : (
          <span className="wrap-anywhere block text-muted text-xs">{vm.title}</span>
        )}
        <VmLabels folder={vm.folder} tags={vm.tags} />
        {vm.unreadable === null ? null : (
          <span className="block">
            <UnreadableBadge problem={vm.unreadable.problem} />
          </span>
        )}
      </th>
      <td className={classNames(cellPlace.state, faded)}>
        <VmState state={vm.state} hasSavedState={vm.hasSavedState} pending={pending} />
        {clustered(vm) === null ? null : <span className="block text-muted text-xs">Cluster</span>}
        {startFailed && pending === null ? (
          <button
            type="button"
            data-part="failed"
            tabIndex={tabIndex}
            aria-label={`${vm.name}: start failed`}
            aria-haspopup="dialog"
            className="block min-h-6 text-danger text-xs underline"
          >
            Start failed
          </button>
        ) : null}
      </td>
      <td className={classNames(cellPlace.vcpus, faded, "tabular-nums")}>
        {vm.unreadable === null ? (
          <>
            {vm.vcpus}
            <span className="text-muted @min-[36rem]:hidden"> vCPU</span>
          </>
        ) : null}
      </td>
      <td className={classNames(cellPlace.memory, faded, "tabular-nums")}>
        {vm.unreadable === null ? formatBytes(vm.memoryBytes) : null}
      </td>
      <td className={classNames(cellPlace.cpu, faded)}>
        {isActive(vm.state) ? <CpuCell rowKey={rowKey} /> : null}
      </td>
      <td
        className={classNames(cellPlace.addresses, emptyUnlessWide, faded, "wrap-anywhere font-mono text-sm")}
      >
        {vm.addresses.map((address) => (
          <span key={address} className="mr-3 inline-block last:mr-0">
            {address}
          </span>
        ))}
      </td>
      <td className={classNames(cellPlace.gpu, emptyUnlessWide, faded)}>
        <GpuCell passthrough={vm.passthrough} devices={devices(vm.hostId)} />
      </td>
      {hostName === null ? null : (
        <td className={classNames(cellPlace.host, faded, "wrap-anywhere text-sm")}>
          <span className="text-muted @min-[62rem]:hidden">on </span>
          {hostName(vm.hostId)} {maintenanceOf(vm.hostId) === null ? null : <MaintenanceBadge />}
        </td>
      )}
      <td className={cellPlace.menu}>
        <button
          type="button"
          data-part="menu"
          tabIndex={tabIndex}
          aria-label={`Actions for ${vm.name}`}
          aria-haspopup="menu"
          className="flex size-7 items-center justify-center rounded-md text-muted hover:bg-foreground/8 hover:text-foreground"
        >
          <svg viewBox="0 0 16 16" fill="currentColor" className="size-4" aria-hidden="true">
            <path d="M2 8a1.4 1.4 0 1 0 2.8 0A1.4 1.4 0 0 0 2 8m4.6 0a1.4 1.4 0 1 0 2.8 0 1.4 1.4 0 0 0-2.8 0m4.6 0A1.4 1.4 0 1 0 14 8a1.4 1.4 0 0 0-2.8 0" />
          </svg>
        </button>
      </td>
    </>
  );
}
