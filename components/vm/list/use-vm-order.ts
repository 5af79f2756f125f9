"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { DeviceMap } from "@/components/fleet/device-names";
import { useFirstLook } from "@/components/fleet/first-look";
import { fleetStore } from "@/components/fleet/fleet-watch";
import { statisticsStore } from "@/components/fleet/use-statistics";
import type { VmGroup } from "@/components/fleet/vm-groups";
import { type VmIdentity, vmKey } from "@/components/fleet/vm-key";
import { VmOrder } from "@/components/fleet/vm-order";
import type { ListView } from "./list-view";
import { listingOf } from "./listing";

const noKeys: readonly string[] = [];
const noGroups: readonly VmGroup[] = [];
/** From here on sorting everything anew is cheaper than moving one by one. */
const manyChanges = 100;

export interface ListedVms {
  /** Their keys in the list's order; the same array until something moves. Before the fleet is here, the first ones. */
  keys: readonly string[];
  /** How many there are. */
  count: number;
  /** What `keys` are, group by group; none where all stand together. */
  groups: readonly VmGroup[];
}

/** The VMs that `view` shows. */
export function useVmOrder(
  view: ListView,
  devices: (hostId: string) => DeviceMap,
  hostName: (hostId: string) => string,
): ListedVms {
  const first = useFirstLook();
  const { order, version } = useMemo(() => {
    const usage = (vm: VmIdentity) => statisticsStore.usage(vmKey(vm));
    const made = new VmOrder(listingOf(view, { usage, devices, hostName }));
    made.reset(fleetStore.allVms());
    return { order: made, version: fleetStore.version };
  }, [view, devices, hostName]);

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
  const firstKeys = first?.keys ?? noKeys;
  const keys = useSyncExternalStore(
    subscribe,
    () => (fleetStore.loaded ? order.keys : firstKeys),
    () => firstKeys,
  );
  if (keys === first?.keys) return { keys, count: first.listed, groups: noGroups };
  return { keys, count: keys.length, groups: order.groups };
}
