import type { managedHosts } from "../../database/tables/hosts";
import type { GivenHost } from "../../host/route/given-host";
import { pinnedKeysSchema } from "../../host/route/host-key.schema";
import { hostRouteSchema } from "../../host/route/host-route.schema";
import { fingerprintOf } from "../../host/route/key-fingerprint";
import { placesOf } from "../../host/route/route-places.schema";
import type { ManagedHostView } from "./host-request.schema";

/* Hosts as those who administer them see them: without what is signed in by. */

/** A host that was added. */
export type HostRow = typeof managedHosts.$inferSelect;

export function viewOfGiven({ name, uri, route, expectedKey, credential }: GivenHost): ManagedHostView {
  return {
    hostId: name,
    route,
    uri,
    keys: [],
    expectedKey,
    signsInBy: credential.kind,
    bySettings: true,
    addedAt: null,
    addedBy: null,
  };
}

export function viewOfRow({ id, route: kept, uri, pins, ...rest }: HostRow): ManagedHostView {
  const route = hostRouteSchema.parse(kept);
  const places = placesOf(route);
  const keys = pinnedKeysSchema.parse(pins).flatMap((key, index) => {
    const hop = places[index];
    return hop ? { hop, ...key, fingerprint: fingerprintOf(key) } : [];
  });
  const { signsInBy, addedAt, addedBy } = rest;
  return { hostId: id, route, uri, keys, expectedKey: null, signsInBy, bySettings: false, addedAt, addedBy };
}
