import type { Who } from "../../access/can";
import type { People } from "../../access/people";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { Jobs } from "../../job/jobs";
import { type Choice, chooseCards } from "../../pci/named/choose-cards";
import type { JudgedReport } from "../../pci/schema";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { bookedWords } from "../booking/booked-words";
import type { DeviceReference } from "../booking/booking-queue";
import type { Booking, Bookings } from "../booking/bookings";
import { bookedFor, openBookings } from "../booking/open-bookings";
import { runningHolders } from "../host-report/running-holders";
import type { NamedDevices } from "./named-devices";

/** Where it is looked up what named devices stand for and what is free of it. */
interface CardRooms {
  fleet: Pick<Fleet, "vmsOf">;
  jobs: Pick<Jobs, "running" | "interrupted">;
  named: Pick<NamedDevices, "of">;
  bookings: Pick<Bookings, "activeOn">;
}

/** As {@link CardRooms}, with who is called what. */
export interface NamedRooms extends CardRooms {
  people: Pick<People, "nameOf">;
}

/** Who starts a VM, and beside what. */
interface Beside {
  /** By their bookings it is decided. */
  who: Who;
  /** Addresses that are spoken for already, by who in words. */
  taken?: ReadonlyMap<string, string>;
  /** Ids of bookings that are for other VMs that start as well. */
  spent?: ReadonlySet<string>;
}

/** A choice, with the bookings that it is by. */
export interface BookedChoice {
  choice: Choice;
  used: readonly Booking[];
}

/**
 * Chooses the cards that a VM would be started with for the names that it asks for. It looks at what is known and does not
 * wait, so that what begins at once with the choice has it alone. Who has no booking gets what bookings leave.
 */
export function choiceFor(
  rooms: NamedRooms,
  { summary, definition }: Pick<VmRecord, "summary" | "definition">,
  report: JudgedReport,
  { who, taken = new Map(), spent = new Set() }: Beside,
): BookedChoice {
  const { hostId, id, name } = summary;
  const open = openBookings(rooms, hostId).filter((booking) => !spent.has(booking.id));
  const wishes = definition.namedDevices;
  const { used, booked } = bookedFor(open, { vmId: id, wishes, userId: who.user?.id ?? null });
  const heldBy = new Map([
    ...definition.passthrough.map((address): [string, string] => [address, `${name} itself, by its address`]),
    ...taken,
    ...holders(rooms, hostId, report, id),
  ]);
  const choice = chooseCards(wishes, rooms.named.of(hostId), { devices: report.devices, heldBy, booked });
  if ("cards" in choice) return { choice, used };
  const words = bookedWords(rooms, { hostId, name: choice.name }, who);
  return { choice: { ...choice, problem: `${choice.problem}${words}` }, used };
}

/** Whether a card of a name is free, and no booking's. */
export function isCardFree(
  rooms: CardRooms,
  { hostId, name }: DeviceReference,
  report: JudgedReport,
): boolean {
  const others = openBookings(rooms, hostId).map((booking) => booking.name);
  const choice = chooseCards([name], rooms.named.of(hostId), {
    devices: report.devices,
    heldBy: new Map(holders(rooms, hostId, report, null)),
    booked: { wishes: new Set(), others },
  });
  return "cards" in choice;
}

/** Who has what of a host, by address, in words. @param except A VM that does not count. */
export function holders(
  { fleet, jobs }: Pick<CardRooms, "fleet" | "jobs">,
  hostId: string,
  report: JudgedReport,
  except: string | null,
): [string, string][] {
  const vms = fleet.vmsOf(hostId).filter(({ summary }) => summary.id !== except);
  const running = [...runningHolders(vms, report.carried)];
  return [
    ...inHand(jobs, hostId),
    ...running.map(([address, vm]): [string, string] => [address, `the running VM ${vm}`]),
  ];
}

/** Devices that jobs work on, and which job does. */
function inHand(jobs: NamedRooms["jobs"], hostId: string): [string, string][] {
  return [...jobs.running(), ...jobs.interrupted()]
    .filter((job) => job.hostId === hostId)
    .flatMap(({ subjects, title }) =>
      subjects
        .filter((subject) => pciAddressSchema.safeParse(subject).success)
        .map((address): [string, string] => [address, `the job “${title}”`]),
    );
}

/** Whether a VM has to be given cards when it is started. */
export function asksForCards({ summary, definition }: Pick<VmRecord, "summary" | "definition">): boolean {
  // What was saved goes on as it was, which was without a card: libvirt saves no machine that has one.
  return definition.namedDevices.length > 0 && !summary.hasSavedState && !isActive(summary.state);
}
