import type { Allowed } from "./allowed.schema";
import { keyOf, type ObjectReference } from "./object.schema";

/** Whether who was told `allowed` may do `act` to `object`. */
export function isAllowed({ each, shared, byShare }: Allowed, act: string, object: ObjectReference): boolean {
  if (each[object.kind].includes(act)) return true;
  const share = shared[keyOf(object)];
  return share !== undefined && (byShare[share][object.kind]?.includes(act) ?? false);
}
