import type { VmListing } from "@/components/fleet/vm-order";
import { columnOf, type SortContext } from "./columns";
import { matchesQuery, queryWords } from "./filter";
import type { ListView } from "./list-view";

/** Which VMs a view of the list shows, and in which order. */
export function listingOf(view: ListView, context: SortContext): VmListing {
  const words = queryWords(view.query);
  const column = columnOf(view.sort);
  return {
    matches: (vm) =>
      (view.state === "all" || vm.state === view.state) &&
      (view.host === null || vm.hostId === view.host) &&
      matchesQuery(vm, words, context.devices(vm.hostId)),
    sortValue: (vm) => column.sortValue(vm, context),
    descending: view.descending,
  };
}
