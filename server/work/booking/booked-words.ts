import { can, type Who } from "../../access/can";
import { onNamed } from "../../access/objects-of";
import type { People } from "../../access/people";
import type { DeviceReference } from "./booking-queue";
import type { Bookings } from "./bookings";

interface WordRooms {
  bookings: Pick<Bookings, "activeOn">;
  people: Pick<People, "nameOf">;
}

/** Whether they may know who has booked a device, besides their own bookings. */
export function knowsHolders(who: Who, device: DeviceReference): boolean {
  return can(who, "booking.seeHolders", onNamed(device));
}

/** Until when others have booked a device, and who to those who may know; "" where nobody else has. */
export function bookedWords(
  { bookings, people }: WordRooms,
  { hostId, name }: DeviceReference,
  who: Who,
): string {
  const others = bookings
    .activeOn(hostId)
    .filter((one) => one.name === name && one.userId !== who.user?.id)
    .sort((left, right) => left.to - right.to);
  const [first] = others;
  if (first === undefined) return "";
  if (!knowsHolders(who, { hostId, name })) return ` A booking of it ends on ${momentWords(first.to)}.`;
  const each = others.map(({ userId, to }) => `by ${people.nameOf(userId)} until ${momentWords(to)}`);
  return ` It is booked ${each.join(", ")}.`;
}

/** "2026-12-02 14:00 UTC": a message does not know the zone of who reads it. */
export function momentWords(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** "1 hour", "2 hours" */
export function countWords(count: number, one: "hour" | "day" | "minute"): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
