import { can, type Who } from "../../access/can";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import type { Jobs } from "../../job/jobs";
import { type NewsRooms, tellNotStarted, tellTurn } from "./booking-news";
import type { Booking, Bookings } from "./bookings";
import { isConnected } from "./is-connected";
import { isInHand } from "./is-in-hand";

export interface TurnRooms extends NewsRooms {
  bookings: Bookings;
  fleet: Pick<Fleet, "findVm" | "hostSummaries" | "maintenanceOf">;
  jobs: Pick<Jobs, "running" | "interrupted">;
  /** Who a user is by now; null of one who may not sign in. */
  whoIs(userId: string): Who | null;
  /** Begins to start a VM as somebody. @throws AppError where they may not, or it can't be. */
  startVm(who: Who, vm: { hostId: string; vmId: string }): Promise<void>;
}

/**
 * Does what is left of a turn in the queue: tells whose it is, and starts the VM that they asked for. What is done is
 * written down after it; a VM that runs by then is not started again after a crash in between.
 */
export async function beginTurn(rooms: TurnRooms, booking: Booking): Promise<void> {
  const { bookings } = rooms;
  if (booking.turn === null || bookings.now() >= booking.to) return;
  if (booking.turn === "given") {
    tellTurn(rooms, booking, bookings.now());
    bookings.change(booking, { turn: booking.vmId === null ? null : "told" });
    if (booking.vmId === null) return;
  }
  const why = await startOrWhyNot(rooms, booking);
  if (why === "later") return;
  if (why !== null) tellNotStarted(rooms, booking, bookings.now(), why);
  bookings.change(booking, { turn: null });
}

/** @returns null where it runs or is being started, "later" where nobody can say yet, else why not. */
async function startOrWhyNot(rooms: TurnRooms, booking: Booking): Promise<string | null> {
  const { fleet, jobs, whoIs, startVm } = rooms;
  const { hostId, vmId, userId } = booking;
  if (vmId === null) return null;
  if (!isConnected(fleet, hostId)) return "later";
  const vm = fleet.findVm(hostId, vmId);
  if (vm === null) return "The VM was deleted. The card is kept all the same.";
  if (isActive(vm.summary.state)) return null;
  // It may be that job that starts it, from before a crash.
  if (isInHand(jobs, { hostId, usedBy: null, vmId })) return "later";
  const who = whoIs(userId);
  if (who === null || !can(who, "vm.act", onVm({ hostId, vmId })))
    return `They may not start ${vm.summary.name} any more.`;
  try {
    await startVm(who, { hostId, vmId });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.userMessage;
    throw error;
  }
}
