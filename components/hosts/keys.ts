import { hopsOf, hopWords } from "@/server/host/ssh/ssh-hops.schema";
import type { HostKey, SshRoute } from "@/server/host/ssh/ssh-route.schema";
import type { CheckNews, ManagedHostView } from "@/server/work/hosts/host-request.schema";

/** The keys that are accepted of a host that is managed, in the order of its route. */
export function keysOf(managed: ManagedHostView | null): HostKey[] {
  return (managed?.keys ?? []).map(({ type, key }) => ({ type, key }));
}

/** The accepted keys of a route once another one is: in its hop's place. */
export function acceptedKeys(
  pins: readonly HostKey[],
  route: SshRoute,
  { hop, type, key }: NonNullable<CheckNews["seen"]>,
): HostKey[] {
  const place = hopsOf(route).findIndex((one) => hopWords(one) === hop);
  return place < 0 ? [...pins] : pins.toSpliced(place, 1, { type, key });
}
