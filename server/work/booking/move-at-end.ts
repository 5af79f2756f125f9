import type { AuditSink } from "../../access/audit";
import { can, type Who } from "../../access/can";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { ReadReport } from "../host-report/current-host-report";
import { whyNoStart } from "../maintenance/refuse-start";
import { choiceFor, type NamedRooms } from "../named/card-choice";
import type { NamedDevices } from "../named/named-devices";
import type { TurnRooms } from "./begin-turn";
import { tellMoved, tellNotMoved } from "./booking-news";
import type { Booking } from "./bookings";
import { isSameRequest, type RequestChange } from "./change-request";
import { isInHand } from "./is-in-hand";
import { readable } from "./readable";
import { recordEnd } from "./record-end";

export interface MoveRooms extends TurnRooms {
  jobs: TurnRooms["jobs"] & NamedRooms["jobs"];
  fleet: TurnRooms["fleet"] & NamedRooms["fleet"];
  named: Pick<NamedDevices, "of" | "find">;
  readReport: ReadReport;
  audit: AuditSink;
  /** Has a VM ask for other names; see `change-request.ts`. */
  changeRequest(change: RequestChange): Promise<void>;
}

/** A VM that is moved, and what it asks for before and after. */
interface Move {
  booking: Booking;
  vm: VmRecord;
  /** The named device that it is moved to. */
  fallback: string;
  from: readonly string[];
  to: readonly string[];
}

/**
 * Begins to move the VM of a booking, which is off by now, where it can be started with a card of the fallback. What it asked
 * for is written down before anything is changed.
 */
export async function beginMove(rooms: MoveRooms, booking: Booking): Promise<void> {
  const vm = vmOf(rooms, booking);
  const from = vm?.definition.namedDevices ?? [];
  // Somebody has deleted it, started it again, or has it ask for something else.
  if (vm === null || isActive(vm.summary.state) || !from.includes(booking.name)) return over(rooms, booking);
  const move = moveOf(booking, vm, from);
  const why = await whyNot(rooms, move);
  if (why === "later") return;
  if (why !== null) return giveUp(rooms, move, why);
  rooms.bookings.change(booking, { stage: "moving", askedFor: [...from] });
  await moveOn(rooms, { ...booking, stage: "moving", askedFor: [...from] });
}

/** Goes on with a move whose request is written down: changes what the VM asks for, and begins to start it. */
export async function moveOn(rooms: MoveRooms, booking: Booking): Promise<void> {
  const vm = vmOf(rooms, booking);
  if (vm === null) return over(rooms, booking);
  const move = moveOf(booking, vm, booking.askedFor ?? []);
  // It may be the start that a crash has cut off from its being written down.
  if (isActive(vm.summary.state)) return arrived(rooms, move);
  if (isInHand(rooms.jobs, booking)) return;
  try {
    if (isSameRequest(vm.definition.namedDevices, move.from)) await request(rooms, move, move.from, move.to);
    const asks = vmOf(rooms, booking)?.definition.namedDevices ?? [];
    // The list of VMs tells of it a moment later; then this is looked at again.
    if (isSameRequest(asks, move.from)) return;
    if (!isSameRequest(asks, move.to)) return giveUp(rooms, move, "What it asks for was changed meanwhile.");
    const who = starterOf(rooms, move);
    if (typeof who === "string") return takeBack(rooms, move, who);
    await rooms.startVm(who, { hostId: booking.hostId, vmId: vm.summary.id });
    rooms.bookings.change(booking, { stage: "started" });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await takeBack(rooms, move, error.userMessage);
  }
}

/** Looks how the start of a moved VM has ended. */
export async function lookAtStart(rooms: MoveRooms, booking: Booking): Promise<void> {
  const vm = vmOf(rooms, booking);
  if (vm === null) return over(rooms, booking);
  const move = moveOf(booking, vm, booking.askedFor ?? []);
  if (isActive(vm.summary.state)) return arrived(rooms, move);
  if (isInHand(rooms.jobs, booking)) return;
  await takeBack(rooms, move, "Its start failed; its job says why.");
}

/** Of several of a name one is replaced: a booking is for one card. */
function moveOf(booking: Booking, vm: VmRecord, from: readonly string[]): Move {
  const fallback = booking.moveTo ?? booking.name;
  const place = from.indexOf(booking.name);
  return { booking, vm, fallback, from, to: from.map((name, at) => (at === place ? fallback : name)) };
}

function vmOf({ fleet }: MoveRooms, { hostId, usedBy }: Booking): VmRecord | null {
  return usedBy === null ? null : fleet.findVm(hostId, usedBy);
}

/** Why a VM can't be started with a card of its fallback now, "later" where nobody can say yet, null where it can. */
async function whyNot(rooms: MoveRooms, move: Move): Promise<string | null> {
  const { booking, vm, fallback, to } = move;
  const who = starterOf(rooms, move);
  if (typeof who === "string") return who;
  const inMaintenance = whyNoStart(rooms.fleet, booking.hostId, vm.summary.name);
  if (inMaintenance !== null) return inMaintenance;
  if (rooms.named.find(booking.hostId, fallback) === null)
    return `There is no named device “${fallback}” on its host any more.`;
  const report = await readable(rooms.readReport(booking.hostId));
  if (report === null) return "later";
  const asking = { summary: vm.summary, definition: { ...vm.definition, namedDevices: [...to] } };
  const { choice } = choiceFor(rooms, asking, report, { who });
  return "problem" in choice ? choice.problem : null;
}

/** Who starts it, which is the booking's holder; why they may not where that is so. */
function starterOf({ whoIs }: MoveRooms, { booking: { hostId, userId }, vm }: Move): Who | string {
  const { id: vmId, name } = vm.summary;
  const who = whoIs(userId);
  return who !== null && can(who, "vm.act", onVm({ hostId, vmId }))
    ? who
    : `The booking’s holder may not start ${name} any more.`;
}

/** @throws AppError where the definition can't be changed. */
async function request(
  rooms: MoveRooms,
  { booking, vm }: Move,
  from: readonly string[],
  to: readonly string[],
): Promise<void> {
  const { hostId, name, userId } = booking;
  const change = { hostId, vmId: vm.summary.id, from, to, by: rooms.people.nameOf(userId) };
  const did = `Had the VM ask for ${to.join(", ")} in place of ${from.join(", ")}`;
  const record = (problem: string | null) => recordEnd(rooms, booking, vm, { did, problem });
  try {
    await rooms.changeRequest({ ...change, what: `${did}: the booking of ${name} has ended` });
    record(null);
  } catch (error) {
    if (error instanceof AppError) record(error.userMessage);
    throw error;
  }
}

/** Has it ask again for what it asked for before, and leaves it off. */
async function takeBack(rooms: MoveRooms, move: Move, why: string): Promise<void> {
  try {
    await request(rooms, move, move.to, move.from);
    giveUp(rooms, move, why);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    giveUp(rooms, move, `${why} It asks for “${move.fallback}” by now: ${error.userMessage}`);
  }
}

function giveUp(rooms: MoveRooms, { booking, vm, fallback }: Move, why: string): void {
  tellNotMoved(rooms, booking, rooms.bookings.now(), { vmName: vm.summary.name, fallback, why });
  over(rooms, booking);
}

function arrived(rooms: MoveRooms, { booking, vm, fallback, to }: Move): void {
  // Whoever has it ask for something else has started it otherwise, and knows.
  if (isSameRequest(vm.definition.namedDevices, to))
    tellMoved(rooms, booking, rooms.bookings.now(), { vmName: vm.summary.name, fallback });
  over(rooms, booking);
}

function over({ bookings }: MoveRooms, booking: Booking): void {
  bookings.change(booking, { stage: "over" });
}
