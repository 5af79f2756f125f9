import { can, type Who } from "../../access/can";
import { onHost, onVm } from "../../access/objects-of";
import type { People } from "../../access/people";
import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import type { NamedDevice } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";
import { watchJudgedHardware } from "../host-report/judged-hardware";
import { type AskerRooms, askersOn } from "../named/askers";
import type { NamedDevices } from "../named/named-devices";
import { knowsHolders } from "./booked-words";
import type { BookableView, BookingView } from "./booking.schema";
import { mayChange } from "./booking-input";
import type { Booking, Bookings } from "./bookings";
import { placesOf } from "./places";
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
  const isKnown = knownDevices(viewer);
  return devices.flatMap((device) => {
    const { name } = device;
    const booked = rooms.bookings.of({ hostId, name });
    if (!isKnown(name, booked)) return [];
    const waiting = rooms.bookings.queue.of({ hostId, name });
    const places = report === null ? 0 : placesOf(device, report);
    const turns = turnsOf(waiting, booked, places, now);
    return {
      name,
      rules: rules.get(name) ?? null,
      places,
      bookings: booked.map((booking) => bookingFor(viewer, booking)),
      queue: waiting.map(({ id, hours, ...one }, place) => ({
        waitingId: id,
        hours,
        ...seenOf(viewer, one),
        turnAt: turns[place]?.from ?? null,
      })),
    };
  });
}

/** The bookings of a host that somebody may know of. */
export function bookingsFor(viewer: Viewer): BookingView[] {
  const isKnown = knownDevices(viewer);
  return viewer.rooms.bookings
    .on(viewer.hostId)
    .filter((booking) => isKnown(booking.name, [booking]))
    .map((booking) => bookingFor(viewer, booking));
}

/**
 * Which of a host's named devices somebody may know of: who may not see them all knows of those that they have booked, and
 * of those that a VM asks for which they may book for.
 */
function knownDevices({ rooms, who, hostId }: Viewer): (name: string, booked: readonly Booking[]) => boolean {
  if (can(who, "named.watch", onHost({ hostId }))) return () => true;
  const asked = askersOn(rooms, hostId).flatMap(({ vmId, asks }) =>
    can(who, "booking.book", onVm({ hostId, vmId })) ? asks : [],
  );
  return (name, booked) => asked.includes(name) || booked.some(({ userId }) => userId === who.user?.id);
}

/** A booking, as somebody may see it. */
function bookingFor(viewer: Viewer, booking: Booking): BookingView {
  const { id: bookingId, name, from, to } = booking;
  const isOver = to <= viewer.rooms.bookings.now();
  return {
    bookingId,
    name,
    from,
    to,
    isOver,
    ...seenOf(viewer, booking),
    mayChange: !isOver && mayChange(viewer.who, booking),
  };
}

function seenOf(
  { rooms: { people, fleet }, who, hostId }: Viewer,
  { userId, vmId }: Pick<Booking, "userId" | "vmId">,
) {
  const isMine = userId === who.user?.id;
  const isKnown = isMine || knowsHolders(who, hostId);
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
