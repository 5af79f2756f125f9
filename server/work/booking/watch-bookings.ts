import { can, type Who } from "../../access/can";
import { onVm } from "../../access/objects-of";
import type { People } from "../../access/people";
import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import type { NamedDevice } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";
import { watchJudgedHardware } from "../host-report/judged-hardware";
import type { AskerRooms } from "../named/askers";
import type { NamedDevices } from "../named/named-devices";
import { knowsHolders } from "./booked-words";
import type { BookableView, BookingView } from "./booking.schema";
import type { Booking, Bookings } from "./bookings";
import { KnownDevices } from "./known-devices";
import { placesOf } from "./places";
import { seenRules } from "./seen-rules";
import { turnsOf } from "./spans";

interface WatchRooms extends AskerRooms {
  fleet: Fleet;
  named: NamedDevices;
  bookings: Bookings;
  people: Pick<People, "nameOf">;
}

/** What a view is made of, and for whom. */
interface Viewer {
  rooms: Pick<WatchRooms, "bookings" | "people" | "definitions"> & { fleet: Pick<Fleet, "findVm" | "vmsOf"> };
  who: Who;
  hostId: string;
}

/** A host's named devices with their bookings and queues, as somebody may see them; `report` tells which cards can be given. */
export function bookablesFor(
  viewer: Viewer,
  devices: readonly NamedDevice[],
  report: Pick<JudgedReport, "devices"> | null,
): BookableView[] {
  const { rooms, hostId } = viewer;
  const rules = rooms.bookings.rulesOn(hostId);
  const now = rooms.bookings.now();
  const known = new KnownDevices(rooms, viewer.who, hostId);
  return devices.flatMap((device) => {
    const { name } = device;
    const booked = rooms.bookings.of({ hostId, name });
    const waiting = rooms.bookings.queue.of({ hostId, name });
    if (!known.has(name, booked)) return [];
    const places = report === null ? 0 : placesOf(device, report);
    const turns = turnsOf(waiting, booked, places, now);
    return {
      name,
      rules: seenRules(viewer.who, hostId, rules.get(name) ?? null),
      places,
      askedBy: known.askersOf(name),
      bookings: booked.map((booking) => bookingFor(viewer, known, booking)),
      queue: waiting.map((one, place) => ({
        waitingId: one.id,
        hours: one.hours,
        ...seenOf(viewer, one),
        mayEnd: known.mayChange(one),
        turnAt: turns[place]?.from ?? null,
      })),
    };
  });
}

/** The bookings of a host that somebody may know of. */
export function bookingsFor(viewer: Viewer): BookingView[] {
  const { rooms, who, hostId } = viewer;
  const known = new KnownDevices(rooms, who, hostId);
  return rooms.bookings
    .on(hostId)
    .filter((booking) => known.has(booking.name, [booking]))
    .map((booking) => bookingFor(viewer, known, booking));
}

/** A booking, as somebody may see it. */
function bookingFor(viewer: Viewer, known: KnownDevices, booking: Booking): BookingView {
  const { id: bookingId, name, from, to } = booking;
  const isOver = to <= viewer.rooms.bookings.now();
  return {
    bookingId,
    name,
    from,
    to,
    isOver,
    ...seenOf(viewer, booking),
    mayChange: !isOver && known.mayChange(booking),
  };
}

function seenOf(
  { rooms: { people, fleet }, who, hostId }: Viewer,
  { name, userId, vmId }: Pick<Booking, "name" | "userId" | "vmId">,
) {
  const isMine = userId === who.user?.id;
  const isKnown = isMine || knowsHolders(who, { hostId, name });
  const vm = vmId === null || !can(who, "vm.see", onVm({ hostId, vmId })) ? null : fleet.findVm(hostId, vmId);
  return {
    isMine,
    holder: isKnown ? people.nameOf(userId) : null,
    vm: isKnown && vm !== null ? { vmId: vm.summary.id, name: vm.summary.name } : null,
  };
}

/** Sends what {@link bookablesFor} makes, now and whenever that changes. */
export function watchBookings(
  rooms: WatchRooms,
  hostId: string,
  viewer: Who & CallerAddresses,
  sink: (devices: BookableView[]) => void,
): () => void {
  const { fleet, named, bookings } = rooms;
  let report: JudgedReport | null | undefined;
  let told = "";
  const tell = () => {
    if (report === undefined) return;
    const views = bookablesFor({ rooms, who: viewer, hostId }, named.of(hostId), report);
    const text = JSON.stringify(views);
    if (text === told) return;
    told = text;
    sink(views);
  };
  const tellOf = (changed: string) => (changed === hostId ? tell() : undefined);
  const stops = [
    watchJudgedHardware(fleet, hostId, viewer, (next) => {
      report = next;
      tell();
    }),
    named.watch(tellOf),
    bookings.watch(tellOf),
    fleet.watch(tell),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
