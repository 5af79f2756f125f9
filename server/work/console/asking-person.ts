import type { Who } from "../../access/can";
import { keyOf } from "../../access/object.schema";
import { onVm } from "../../access/objects-of";
import type { SignedInUser } from "../../access/session";
import type { Person } from "../../console/people/person";

/** Who asks, as those at a console are told of them. */
export function personOf(
  { shared, remoteAddress: address }: Who & { remoteAddress: string },
  { id, name, level: role }: SignedInUser,
): Person {
  return { id, name, role, address, sharesVm: (vm) => shared?.has(keyOf(onVm(vm))) ?? false };
}
