import { readNamedDevices } from "../../domain/named-devices";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { Jobs } from "../../job/jobs";
import type { Booked } from "../../pci/named/choose-cards";
import { parseXml } from "../../xml/xml";
import type { Booking, Bookings } from "./bookings";

/** Where it is looked up which bookings a card is still kept for. */
export interface OpenRooms {
  fleet: Pick<Fleet, "vmsOf">;
  jobs: Pick<Jobs, "running">;
  bookings: Pick<Bookings, "activeOn">;
}

/** How many cards a running machine was given for a name that it asks for. */
export function cardsGiven({ summary, xml }: Pick<VmRecord, "summary" | "xml">, name: string): number {
  if (!isActive(summary.state) || !xml.includes("named-device")) return 0;
  return readNamedDevices(parseXml(xml)).filter((wish) => wish.name === name && wish.address !== null).length;
}

/** The active bookings of a host of which no VM has the card, or is just being started with it. */
export function openBookings({ fleet, jobs, bookings }: OpenRooms, hostId: string): Booking[] {
  const active = bookings.activeOn(hostId);
  if (active.length === 0) return [];
  const starting = new Set(jobs.running().flatMap((job) => (job.hostId === hostId ? job.subjects : [])));
  const vms = new Map(fleet.vmsOf(hostId).map((vm) => [vm.summary.id, vm]));
  // A VM with one card serves one booking, however many name it.
  const spare = new Map<string, number>();
  const takesCard = (vmId: string | null, name: string) => {
    const vm = vmId === null ? undefined : vms.get(vmId);
    if (vm === undefined) return false;
    const key = `${vmId} ${name}`;
    const left = spare.get(key) ?? cardsGiven(vm, name);
    spare.set(key, left - 1);
    return left > 0;
  };
  return active.filter(
    ({ name, usedBy, vmId }) =>
      !(usedBy !== null && starting.has(usedBy)) &&
      !takesCard(usedBy, name) &&
      !(vmId !== usedBy && takesCard(vmId, name)),
  );
}

/** A start for which cards are chosen. */
export interface BookedStart {
  vmId: string;
  /** The names that the VM asks for. */
  wishes: readonly string[];
  /** Who starts it; null of nobody that is known. */
  userId: string | null;
}

/**
 * Which open bookings a start is for: those that name its VM, whoever starts it, and those of who starts it. Each is for one
 * card. The others keep theirs. Pure.
 */
export function bookedFor(open: readonly Booking[], { vmId, wishes, userId }: BookedStart): BookedForStart {
  const left = [...open].sort((one, other) => rankOf(one, vmId) - rankOf(other, vmId));
  const used: Booking[] = [];
  const places = new Set<number>();
  for (const [place, name] of wishes.entries()) {
    const found = left.findIndex((one) => one.name === name && (one.vmId === vmId || one.userId === userId));
    if (found < 0) continue;
    used.push(...left.splice(found, 1));
    places.add(place);
  }
  return { used, booked: { wishes: places, others: left.map(({ name }) => name) } };
}

interface BookedForStart {
  used: Booking[];
  booked: Booked;
}

/** A booking that names another VM is kept for that one as long as there is another. */
function rankOf({ vmId }: Booking, starting: string): number {
  if (vmId === starting) return 0;
  return vmId === null ? 1 : 2;
}
