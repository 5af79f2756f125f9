import { type DeviceMap, deviceName, gpuAddresses } from "@/components/fleet/device-names";
import { stateOrder } from "@/components/fleet/state-look";
import type { SortValue } from "@/components/fleet/vm-order";
import type { VmSummary, VmUsage } from "@/server/fleet/schema";

/** What a column's sort value may be made of. */
export interface SortContext {
  usage: (vm: VmSummary) => VmUsage | null;
  devices: (hostId: string) => DeviceMap;
  /** What a host is called. */
  hostName: (hostId: string) => string;
}

export interface Column {
  id: ColumnId;
  label: string;
  numeric: boolean;
  /** The first press sorts downwards: people look for the most. */
  descendingFirst: boolean;
  /** Equal values of different VMs go by name. */
  sortValue: (vm: VmSummary, context: SortContext) => SortValue;
}

export const columnIds = ["name", "state", "vcpus", "memory", "cpu", "addresses", "gpu", "host"] as const;
export type ColumnId = (typeof columnIds)[number];

/** Sorts behind all text that people write. */
const last = "\uffff";

/** The columns of the list of VMs, in the order in which they stand. */
const columns: readonly Column[] = [
  { id: "name", label: "Name", numeric: false, descendingFirst: false, sortValue: (vm) => vm.name },
  {
    id: "state",
    label: "State",
    numeric: false,
    descendingFirst: false,
    sortValue: (vm) => stateOrder.indexOf(vm.state),
  },
  { id: "vcpus", label: "vCPUs", numeric: true, descendingFirst: true, sortValue: (vm) => vm.vcpus },
  { id: "memory", label: "Memory", numeric: true, descendingFirst: true, sortValue: (vm) => vm.memoryBytes },
  {
    id: "cpu",
    label: "CPU now",
    numeric: true,
    descendingFirst: true,
    sortValue: (vm, { usage }) => usage(vm)?.cpu ?? -1,
  },
  {
    id: "addresses",
    label: "Addresses",
    numeric: false,
    descendingFirst: false,
    sortValue: (vm) => vm.addresses[0] ?? last,
  },
  {
    id: "gpu",
    label: "GPU",
    numeric: false,
    descendingFirst: false,
    sortValue: (vm, { devices }) => gpuSortValue(vm, devices(vm.hostId)),
  },
  {
    id: "host",
    label: "Host",
    numeric: false,
    descendingFirst: false,
    sortValue: (vm, { hostName }) => hostName(vm.hostId),
  },
];

/** The columns where there are so many hosts: of one nobody has to be told. */
export function columnsFor(hosts: number): readonly Column[] {
  return hosts > 1 ? columns : columns.filter(({ id }) => id !== "host");
}

function gpuSortValue(vm: VmSummary, devices: DeviceMap): string {
  const [first] = gpuAddresses(vm.passthrough, devices);
  if (first === undefined) return last;
  const device = devices.get(first);
  return `${device === undefined ? "" : deviceName(device)} ${first}`;
}

/** A column by its id. */
export function columnOf(id: ColumnId): Column {
  const column = columns.find((candidate) => candidate.id === id);
  if (column === undefined) throw new Error(`there is no column ${id}`);
  return column;
}
