import type { Allowed } from "./allowed.schema";
import { isGranted } from "./is-granted";
import { keyOf, type ObjectReference } from "./object.schema";

/** Whether who was told `allowed` may do `act` to `object`. */
export function isAllowed(allowed: Allowed, act: string, object: ObjectReference): boolean {
  const { each, shared, byShare, granted, byGrant } = allowed;
  if (each[object.kind].includes(act)) return true;
  if (byGrant[object.kind]?.includes(act) && isGranted(granted, object)) return true;
  const share = shared[keyOf(object)];
  return share !== undefined && (byShare[share][object.kind]?.includes(act) ?? false);
}
