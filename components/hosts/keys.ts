import type { HostKey } from "@/server/host/route/host-key.schema";
import type { HostRoute } from "@/server/host/route/host-route.schema";
import { placesOf } from "@/server/host/route/route-places.schema";
import type { CheckNews, ManagedHostView } from "@/server/work/hosts/host-request.schema";

/** The keys that are accepted of a host that is managed, in the order of its route. */
export function keysOf(managed: ManagedHostView | null): HostKey[] {
  return (managed?.keys ?? []).map(({ type, key }) => ({ type, key }));
}

/** The accepted keys of a route once another one is: in its place. */
export function acceptedKeys(
  pins: readonly HostKey[],
  route: HostRoute,
  { hop, type, key }: NonNullable<CheckNews["seen"]>,
): HostKey[] {
  const place = placesOf(route).indexOf(hop);
  return place < 0 ? [...pins] : pins.toSpliced(place, 1, { type, key });
}
