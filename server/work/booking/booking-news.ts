import type { People } from "../../access/people";
import type { Notifications } from "../../notify/notifications";
import { aboutNothing, type Occurrence } from "../../notify/occurrence.schema";
import { devicesPage } from "../../notify/pages";
import { type Subject, subjectWords } from "../../notify/subject.schema";
import { countWords, momentWords } from "./booked-words";
import type { Booking } from "./bookings";

/** By whom it is told, and who is called what. */
export interface NewsRooms {
  notifications: Pick<Notifications, "tell">;
  people: Pick<People, "nameOf">;
}

type Concerned = Pick<Booking, "hostId" | "name" | "userId">;
/** Which booking, and when it ends: what is told of one that was extended is told anew. */
type Told = Pick<Booking, "id" | "to"> & Concerned;

/** Booking "ends in 15 minutes". @param at When that is seen, Unix milliseconds. */
export function tellEndsSoon(rooms: NewsRooms, booking: Told, at: number): void {
  const minutes = Math.max(1, Math.round((booking.to - at) / 60_000));
  const title = `${holderOf(rooms, booking)}’s booking of ${booking.name} ends in ${countWords(minutes, "minute")}`;
  const detail = `It ends on ${momentWords(booking.to)}. It can be extended where nobody else has booked it.`;
  rooms.notifications.tell(
    `booking-ends/${keyOf(booking)}`,
    newsOf("booking-ends", booking, { at, title, detail }),
  );
}

/** @param detail What becomes of a VM that still uses it. */
export function tellEnded(rooms: NewsRooms, booking: Told, at: number, detail: string): void {
  const title = `${holderOf(rooms, booking)}’s booking of ${booking.name} has ended`;
  rooms.notifications.tell(
    `booking-ended/${keyOf(booking)}`,
    newsOf("booking-ended", booking, { at, title, detail }),
  );
}

/** The guest was asked to shut down and did not. */
export function tellNotHeeded(rooms: NewsRooms, booking: Told, at: number, vmName: string): void {
  const title = `${vmName} still uses ${booking.name}`;
  const detail = `Its booking has ended, and it was asked to shut down: the guest does not heed it. Shut it down.`;
  const news = newsOf("booking-ended", booking, { at, title, detail });
  rooms.notifications.tell(`booking-unheeded/${keyOf(booking)}`, { ...news, severity: "warning" });
}

/** What became of the VM of a booking that has ended. */
interface MovedVm {
  vmName: string;
  /** The named device that it is moved to. */
  fallback: string;
}

export function tellMoved(rooms: NewsRooms, booking: Told, at: number, { vmName, fallback }: MovedVm): void {
  const title = `${vmName} was moved to ${fallback}`;
  const detail = `${holderOf(rooms, booking)}’s booking of ${booking.name} has ended. The VM was shut down, and runs again with a card of ${fallback}.`;
  const news = newsOf("booking-ended", booking, { at, title, detail });
  rooms.notifications.tell(`booking-moved/${keyOf(booking)}`, news);
}

/** @param why A sentence. */
export function tellNotMoved(
  rooms: NewsRooms,
  booking: Told,
  at: number,
  { vmName, fallback, why }: MovedVm & { why: string },
): void {
  const title = `${vmName} was not moved to ${fallback}`;
  const detail = `${holderOf(rooms, booking)}’s booking of ${booking.name} has ended, and the VM was shut down. It stays off. ${why}`;
  const news = newsOf("booking-ended", booking, { at, title, detail });
  rooms.notifications.tell(`booking-not-moved/${keyOf(booking)}`, { ...news, severity: "warning" });
}

/** @param by Who cancelled it. */
export function tellCancelled(rooms: NewsRooms, booking: Told, at: number, by: string): void {
  const title = `${holderOf(rooms, booking)}’s booking of ${booking.name} was cancelled`;
  const detail = `${by} cancelled it. It was to end on ${momentWords(booking.to)}.`;
  rooms.notifications.tell(
    `booking-cancelled/${booking.id}`,
    newsOf("booking-ended", booking, { at, title, detail }),
  );
}

/** @param by Who handed it over. */
export function tellHandedOver(rooms: NewsRooms, booking: Told, at: number, by: string): void {
  const title = `${holderOf(rooms, booking)} has a booking of ${booking.name}`;
  const detail = `${by} handed it over. It ends on ${momentWords(booking.to)}.`;
  const key = `booking-handed/${booking.id}/${booking.userId}/${at}`;
  rooms.notifications.tell(key, newsOf("booking-turn", booking, { at, title, detail }));
}

/** Somebody has what they waited for. */
export function tellTurn(rooms: NewsRooms, booking: Told, at: number): void {
  const title = `It is ${holderOf(rooms, booking)}’s turn: ${booking.name}`;
  const detail = `A card is kept until ${momentWords(booking.to)}.`;
  rooms.notifications.tell(
    `booking-turn/${booking.id}`,
    newsOf("booking-turn", booking, { at, title, detail }),
  );
}

/** @param why A sentence. */
export function tellNotStarted(rooms: NewsRooms, booking: Told, at: number, why: string): void {
  const title = `A VM was not started at ${holderOf(rooms, booking)}’s turn: ${booking.name}`;
  const news = newsOf("booking-turn", booking, { at, title, detail: why });
  rooms.notifications.tell(`booking-turn/${booking.id}/not-started`, { ...news, severity: "warning" });
}

/** Who waited may not have it any more. @param key Of which waiting. @param why A sentence. */
export function tellSkipped(
  rooms: NewsRooms,
  key: string,
  waiting: Concerned,
  at: number,
  why: string,
): void {
  const title = `${holderOf(rooms, waiting)} was taken out of the queue for ${waiting.name}`;
  rooms.notifications.tell(
    `booking-skipped/${key}`,
    newsOf("booking-turn", waiting, { at, title, detail: why }),
  );
}

function holderOf({ people }: NewsRooms, { userId }: Concerned): string {
  return people.nameOf(userId);
}

function keyOf({ id, to }: Told): string {
  return `${id}/${to}`;
}

function newsOf(
  subject: Subject,
  { hostId, userId }: Concerned,
  words: Pick<Occurrence, "at" | "title" | "detail">,
): Occurrence {
  const { severity } = subjectWords[subject];
  return { ...aboutNothing, ...words, subject, severity, hostId, userId, page: devicesPage };
}
