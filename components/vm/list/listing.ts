import type { VmListing } from "@/components/fleet/vm-order";
import { isInFolder } from "@/server/domain/in-folder.schema";
import { columnOf, type SortContext } from "./columns";
import { matchesQuery, queryWords } from "./filter";
import type { Grouping, ListView } from "./list-view";

/** Which VMs a view of the list shows, and in which order. */
export function listingOf(view: ListView, context: SortContext): VmListing {
  const words = queryWords(view.query);
  const column = columnOf(view.sort);
  return {
    matches: (vm) =>
      (view.state === "all" || vm.state === view.state) &&
      (view.host === null || vm.hostId === view.host) &&
      view.tags.every((tag) => vm.tags.includes(tag)) &&
      (view.folder === null || isInFolder(vm, view.folder)) &&
      matchesQuery(vm, words, context.devices(vm.hostId)),
    sortValue: (vm) => column.sortValue(vm, context),
    descending: view.descending,
    ...groupedBy(view.group, context),
  };
}

function groupedBy(group: Grouping, { hostName }: SortContext): Pick<VmListing, "groupOf"> {
  if (group === "host") return { groupOf: (vm) => hostName(vm.hostId) };
  if (group === "folder") return { groupOf: (vm) => vm.folder ?? "" };
  return group === "tags" ? { groupOf: (vm) => vm.tags.join(", ") } : {};
}
