import * as z from "zod";
import { authorise, can, type Who } from "../../access/can";
import { onNamed } from "../../access/objects-of";
import { AppError } from "../../errors";
import type { NamedDevice } from "../../pci/named/named-device.schema";
import { defineAct, nothing } from "../act";
import type { ActContext } from "../act-context";
import type { NamedDevices } from "../named/named-devices";
import { type BookingRules, bookingRulesSchema } from "./booking.schema";
import { bookedDevice, deviceOf } from "./booking-input";
import { tellCancelled } from "./booking-news";
import type { DeviceReference } from "./booking-queue";
import type { Bookings } from "./bookings";
import { seenRules } from "./seen-rules";
import { mostAtOnce } from "./spans";

/** Says whether a named device can be booked, and by which rules. Without any its bookings and its queue go. */
export const setBookingRules = defineAct({
  name: "booking.setRules",
  title: "Change how a named device can be booked",
  input: bookedDevice.extend({ rules: bookingRulesSchema.nullable() }),
  output: z.void(),
  objects: onNamed,
  inHand: nothing,
  run(context, { hostId, name, rules }) {
    const { services, tell } = context;
    const device = deviceOf(context, { hostId, name });
    tell({ title: rules === null ? `No more bookings of ${name}` : `Changed how ${name} can be booked` });
    if (rules === null) return forgetBookings(context, { hostId, name });
    refuseShared(services, context, hostId, device);
    const moveTo = fallbackOf(context, { hostId, name }, rules);
    services.bookings.setRules({ hostId, name }, { ...rules, moveTo });
  },
});

/**
 * The named device that VMs are moved to. Who may not choose it leaves it as it is, as far as they are shown which it is.
 * @throws AppError "bad-input" for one that can be none, "forbidden" for who may not choose it, "not-found".
 */
function fallbackOf(
  context: ActContext,
  { hostId, name }: DeviceReference,
  { atEnd, moveTo }: BookingRules,
): string | null {
  if (atEnd !== "move" && moveTo !== null)
    throw new AppError("bad-input", {
      userMessage: `VMs are moved to “${moveTo}” only where a booking’s end moves them.`,
    });
  if (atEnd !== "move") return null;
  const before = context.services.bookings.rulesOn(hostId).get(name) ?? null;
  if (before?.moveTo != null && seenRules(context, hostId, before)?.moveTo === moveTo) return before.moveTo;
  if (moveTo === null)
    throw new AppError("bad-input", { userMessage: "Choose the named device that VMs are moved to." });
  authorise(context, "booking.setFallback", onNamed({ hostId, name }));
  if (moveTo === name)
    throw new AppError("bad-input", { userMessage: `Choose another named device than “${name}” itself.` });
  return deviceOf(context, { hostId, name: moveTo }).name;
}

/** It can be booked no more. Who had booked it is told. */
export function forgetBookings(
  { services, by }: Pick<ActContext, "services" | "by">,
  device: DeviceReference,
): void {
  const { bookings } = services;
  const now = bookings.now();
  for (const booking of bookings.forget(device))
    if (booking.to > now) tellCancelled(services, booking, now, by);
}

interface RuleRooms {
  named: Pick<NamedDevices, "of">;
  bookings: Pick<Bookings, "rulesOn" | "of" | "now">;
}

/**
 * Refuses a device as it would be, where it can be booked: a card of two names that can be booked would be promised
 * twice, and what is booked has to be there.
 * @throws AppError "conflict"
 */
export function refuseUnfitForBookings(
  rooms: RuleRooms,
  who: Who,
  hostId: string,
  device: NamedDevice,
): void {
  if (!rooms.bookings.rulesOn(hostId).has(device.name)) return;
  refuseShared(rooms, who, hostId, device);
  const now = rooms.bookings.now();
  const booked = mostAtOnce(rooms.bookings.of({ hostId, name: device.name }), {
    from: now,
    to: Number.MAX_SAFE_INTEGER,
  });
  if (booked <= device.members.length) return;
  throw new AppError("conflict", {
    userMessage: `“${device.name}” is booked ${booked} times at one moment, and would have ${device.members.length} ${device.members.length === 1 ? "card" : "cards"}. Cancel a booking first.`,
  });
}

function refuseShared({ named, bookings }: RuleRooms, who: Who, hostId: string, device: NamedDevice): void {
  const rules = bookings.rulesOn(hostId);
  const own = new Set(device.members.map(({ address }) => address));
  for (const other of named.of(hostId)) {
    if (other.name === device.name || !rules.has(other.name)) continue;
    const shared = other.members.find(({ address }) => own.has(address));
    if (shared === undefined) continue;
    const sees = can(who, "named.see", onNamed({ hostId, name: other.name }));
    throw new AppError("conflict", {
      userMessage: `${shared.label} (${shared.address}) is a card of ${sees ? `“${other.name}”` : "another named device"} too, which can be booked. A card can be booked by one name alone.`,
    });
  }
}
