import { can, type Who } from "../../access/can";
import { onNamed } from "../../access/objects-of";
import type { BookingRules } from "./booking.schema";

/** Rules as somebody may see them: they lead to no named device of the host that they may not see. */
export function seenRules(who: Who, hostId: string, rules: BookingRules | null): BookingRules | null {
  if (rules === null || rules.moveTo === null) return rules;
  const sees = can(who, "named.see", onNamed({ hostId, name: rules.moveTo }));
  return sees ? rules : { ...rules, moveTo: null };
}
