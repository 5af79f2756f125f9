import type { FirstLook } from "@/components/fleet/first-look";
import { countStates } from "@/components/fleet/state-look";
import { firstOf } from "@/components/fleet/vm-order";
import type { VmSummary } from "@/server/fleet/schema";
import type { ColumnId } from "./columns";
import type { ListView } from "./list-view";
import { listingOf } from "./listing";

/** As many as an ordinary window shows. */
const firstRows = 30;

const later: readonly ColumnId[] = ["cpu", "gpu", "host"];

/**
 * What the markup of the page tells of the list; null where there is nothing to tell, or where the view asks for what is
 * known later than the VMs (figures, names of devices and hosts), or for groups.
 */
export function firstLookAt(vms: readonly VmSummary[], view: ListView): FirstLook | null {
  if (vms.length === 0 || view.query !== "" || view.group !== "none" || later.includes(view.sort))
    return null;
  const listing = listingOf(view, { usage: () => null, devices: () => new Map(), hostName: (id) => id });
  const { first, listed } = firstOf(vms, listing, firstRows);
  return { vms: first, listed, total: vms.length, states: [...countStates(vms)] };
}
