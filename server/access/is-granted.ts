import type { HeldGrants } from "./grant.schema";
import type { ObjectReference } from "./object.schema";

/** Whether an object is one of a granted host, as far as grants are about it. */
export function isGranted(grants: HeldGrants, object: ObjectReference): boolean {
  if (object.kind !== "host" && object.kind !== "volume") return false;
  const grant = Object.hasOwn(grants, object.hostId) ? grants[object.hostId] : undefined;
  if (grant === undefined) return false;
  return object.kind === "host" || grant.media.includes(object.pool);
}
