"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { DeviceMap } from "@/components/fleet/device-names";
import { fleetStore } from "@/components/fleet/fleet-watch";
import { statisticsStore } from "@/components/fleet/use-statistics";
import { vmKey } from "@/components/fleet/vm-key";
import { type VmListing, VmOrder } from "@/components/fleet/vm-order";
import { columnOf } from "./columns";
import { matchesQuery, queryWords } from "./filter";
import type { ListView } from "./list-view";

const noKeys: readonly string[] = [];
/** From here on sorting everything anew is cheaper than moving one by one. */
const manyChanges = 100;

function makeListing(view: ListView, devices: (hostId: string) => DeviceMap): VmListing {
  const words = queryWords(view.query);
  const column = columnOf(view.sort);
  const context = { usage: (vm: Parameters<typeof vmKey>[0]) => statisticsStore.usage(vmKey(vm)), devices };
  return {
    matches: (vm) =>
      (view.state === "all" || vm.state === view.state) && matchesQuery(vm, words, devices(vm.hostId)),
    sortValue: (vm) => column.sortValue(vm, context),
    descending: view.descending,
  };
}

/** The keys of the VMs that `view` shows, in its order; the same array until something moves. */
export function useVmOrder(view: ListView, devices: (hostId: string) => DeviceMap): readonly string[] {
  const { order, version } = useMemo(() => {
    const made = new VmOrder(makeListing(view, devices));
    made.reset(fleetStore.allVms());
    return { order: made, version: fleetStore.version };
  }, [view, devices]);

  const byUsage = view.sort === "cpu";
  const subscribe = useCallback(
    (listener: () => void) => {
      const reset = () => {
        order.reset(fleetStore.allVms());
        listener();
      };
      // Something came between the render and now.
      if (fleetStore.version !== version) reset();
      const stopChanges = fleetStore.changes.add((changes) => {
        if (changes.length > manyChanges) reset();
        else if (order.apply(changes)) listener();
      });
      const stopSamples = byUsage ? statisticsStore.samples.add(reset) : () => {};
      return () => {
        stopChanges();
        stopSamples();
      };
    },
    [order, version, byUsage],
  );
  return useSyncExternalStore(
    subscribe,
    () => order.keys,
    () => noKeys,
  );
}
