import { expect, test } from "vitest";
import { noDevices } from "@/components/fleet/device-names";
import { aVm } from "@/components/fleet/sample.test-data";
import { aGpu } from "@/components/fleet/sample-device.test-data";
import { VmOrder } from "@/components/fleet/vm-order";
import type { VmSummary } from "@/server/fleet/schema";
import { type ColumnId, columnOf, columnsFor, type SortContext } from "./columns";

const context: SortContext = {
  usage: ({ id }) =>
    id === "off"
      ? null
      : {
          cpu: 0.5,
          memoryBytes: 1,
          diskReadRate: 0,
          diskWriteRate: 0,
          networkReceiveRate: 0,
          networkSendRate: 0,
        },
  devices: () => new Map([["0000:02:00.0", aGpu({ address: "0000:02:00.0", product: "Navi [A card]" })]]),
  hostName: (id) => (id === "local" ? "zeus" : id),
};

function sorted(vms: VmSummary[], id: ColumnId, descending = false): string[] {
  const column = columnOf(id);
  const order = new VmOrder({
    matches: () => true,
    sortValue: (vm) => column.sortValue(vm, context),
    descending,
  });
  order.reset(vms);
  return order.keys.map((key) => key.replace("local/", ""));
}

test("states stand by how much they matter, not by the alphabet", () => {
  const vms = (["off", "crashed", "running", "paused"] as const).map((state) =>
    aVm({ id: state, name: state, state }),
  );
  expect(sorted(vms, "state")).toEqual(["running", "paused", "crashed", "off"]);
});

test("VMs without figures come after those that idle", () => {
  expect(sorted([aVm({ id: "off", name: "a" }), aVm({ id: "on", name: "b" })], "cpu", true)).toEqual([
    "on",
    "off",
  ]);
});

test("addresses sort by their numbers, and those without any come last", () => {
  const vms = [
    aVm({ id: "none", name: "a" }),
    aVm({ id: "ten", name: "b", addresses: ["10.0.0.10"] }),
    aVm({ id: "nine", name: "c", addresses: ["10.0.0.9"] }),
  ];
  expect(sorted(vms, "addresses")).toEqual(["nine", "ten", "none"]);
});

test("hosts sort by what they are called, and are no column of one alone", () => {
  const vms = [aVm({ id: "here", name: "a" }), aVm({ id: "there", name: "b", hostId: "atlas" })];
  expect(sorted(vms, "host")).toEqual(["atlas/there", "here"]);
  expect(columnsFor(1).map(({ id }) => id)).not.toContain("host");
  expect(columnsFor(2).map(({ id }) => id)).toContain("host");
});

test("GPUs sort by name, then by address; VMs without one come last", () => {
  const vms = [
    aVm({ id: "none", name: "a" }),
    aVm({ id: "named", name: "b", passthrough: ["0000:02:00.0"] }),
    aVm({ id: "unknown", name: "c", passthrough: ["0000:03:00.0"] }),
  ];
  expect(sorted(vms, "gpu")).toEqual(["unknown", "named", "none"]);
  expect(columnOf("gpu").sortValue(aVm(), { ...context, devices: () => noDevices })).toBe("\uffff");
});
