import type { Allowed } from "./allowed.schema";
import { keyOf, type ObjectReference } from "./object.schema";

/** Whether who was told `allowed` may do `act` to `object`. */
export function isAllowed({ each, single }: Allowed, act: string, object: ObjectReference): boolean {
  return (single[keyOf(object)] ?? each[object.kind]).includes(act);
}
