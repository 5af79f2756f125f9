import type { ObjectReference } from "../object.schema";
import { type SharedLevel, sharedLevels } from "../shared-rights";
import type { KeyScope } from "./api-key.schema";

/**
 * What no key may, of whatever role: what signs in, what belongs to an account, keys themselves, and users, groups,
 * shares, who watches, links to consoles, whose guests run programs, limits and notifications, by which somebody who has the key for a minute would stay longer than the key.
 */
const refused =
  /^(session\.(?!state$)|account\.|people\.|group\.|share\.|guest\.|console\.(setWatching|links|createLink|revokeLink)$|guestGpu\.set$|notify\.|grant\.|quota\.set$|\/ws\/)/;

/** Whether a key may do an act at all. */
export function isActOfKey({ acts }: KeyScope, act: string): boolean {
  if (refused.test(act)) return false;
  if (acts === null || act === "session.state") return true;
  return acts.some(
    (pattern) => pattern === act || (pattern.endsWith(".*") && act.startsWith(pattern.slice(0, -1))),
  );
}

/** Whether a key is about an object. One for single VMs is about nothing else but what is no thing of a host. */
export function isObjectOfKey({ vms }: KeyScope, object: ObjectReference): boolean {
  if (vms === null || object.kind === "installation") return true;
  if (object.kind !== "vm") return false;
  const vmId = object.vmId.toLowerCase();
  return vms.some((vm) => vm.hostId === object.hostId && vm.vmId.toLowerCase() === vmId);
}

/** The most of a share that a key's role may use of it. */
const mostOfShare = {
  member: "viewer",
  viewer: "viewer",
  operator: "operator",
  admin: "owner",
} as const satisfies Record<KeyScope["level"], SharedLevel>;

/** What is left of a share by a key. */
export function shareByKey(share: SharedLevel, key: KeyScope | undefined): SharedLevel {
  if (key === undefined) return share;
  const most = mostOfShare[key.level];
  return sharedLevels.indexOf(share) < sharedLevels.indexOf(most) ? share : most;
}
