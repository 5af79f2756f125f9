import { authorise, can, type Who } from "../../access/can";
import { onHost, onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { deviceNameSchema, type NamedDevice } from "../../pci/named/named-device.schema";
import type { ActContext } from "../act-context";
import { hostReference } from "../references.schema";
import { countWords } from "./booked-words";
import type { BookingRules } from "./booking.schema";
import type { DeviceReference } from "./booking-queue";
import type { Booking } from "./bookings";

/** A named device, as acts take it. */
export const bookedDevice = hostReference.extend({ name: deviceNameSchema });

/** The host, and the VM that somebody books for. */
export function onHostAndVm({ hostId, vmId }: { hostId: string; vmId: string | null }) {
  return vmId === null ? [onHost({ hostId })] : [onHost({ hostId }), onVm({ hostId, vmId })];
}

/** Whether somebody may change a booking, or end somebody's waiting. */
export function mayChange(who: Who, { hostId, userId }: Pick<Booking, "hostId" | "userId">): boolean {
  return userId === who.user?.id || can(who, "booking.ofOthers", onHost({ hostId }));
}

/** @throws AppError "forbidden" where it is somebody else's, and they may not change those. */
export function refuseOthers(who: Who, one: Pick<Booking, "hostId" | "userId">): void {
  if (one.userId !== who.user?.id) authorise(who, "booking.ofOthers", onHost(one));
}

/** The id of who asks. */
export function ownId({ user }: Who): string {
  if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
  return user.id;
}

/** Who operates no VM by their role says for which VM of theirs it is. @throws AppError "bad-input" */
export function refuseWithoutVm(who: Who, { hostId, vmId }: { hostId: string; vmId: string | null }): void {
  if (vmId !== null || can(who, "booking.seeHolders", onHost({ hostId }))) return;
  throw new AppError("bad-input", { userMessage: "Choose the VM that it is for." });
}

/**
 * The VM that a booking is meant for has to ask for the device: a card that is kept for a VM that never gets it is kept from
 * everybody.
 * @throws AppError "conflict" where it does not; "not-found" where there is no such VM.
 */
export function refuseUnasked(
  { services }: Pick<ActContext, "services">,
  { hostId, name, vmId }: DeviceReference & { vmId: string | null },
): void {
  if (vmId === null) return;
  const { summary, definition } = services.fleet.vm(hostId, vmId);
  if (definition.namedDevices.includes(name)) return;
  throw new AppError("conflict", {
    userMessage: `${summary.name} does not ask for “${name}”. Give it to the VM on its page first, under Hardware.`,
  });
}

/** @throws AppError "not-found" */
export function deviceOf(
  { services }: Pick<ActContext, "services">,
  { hostId, name }: DeviceReference,
): NamedDevice {
  const device = services.named.find(hostId, name);
  if (device !== null) return device;
  throw new AppError("not-found", {
    userMessage: `There is no named device “${name}” on this host any more.`,
  });
}

/** @throws AppError "bad-input" where it is longer than the device's rules allow. */
export function refuseTooLong(name: string, hours: number, { longestHours }: BookingRules): void {
  if (hours <= longestHours) return;
  throw new AppError("bad-input", {
    userMessage: `“${name}” can be booked for ${countWords(longestHours, "hour")} at the longest.`,
  });
}

/** What has ended is no more to be changed. @throws AppError "conflict" */
export function refuseOver(booking: Booking, now: number): void {
  if (now < booking.to) return;
  throw new AppError("conflict", { userMessage: `This booking of “${booking.name}” has ended.` });
}
