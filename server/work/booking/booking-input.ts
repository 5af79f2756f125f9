import type { Who } from "../../access/can";
import { onHost, onNamed, onVm } from "../../access/objects-of";
import { notThere } from "../../access/sight";
import { AppError } from "../../errors";
import { deviceNameSchema, type NamedDevice } from "../../pci/named/named-device.schema";
import type { ActContext } from "../act-context";
import { hostReference } from "../references.schema";
import { countWords } from "./booked-words";
import type { BookingRules } from "./booking.schema";
import type { DeviceReference } from "./booking-queue";
import type { Booking } from "./bookings";
import { type Concerned, KnownDevices } from "./known-devices";

/** A named device, as acts take it. */
export const bookedDevice = hostReference.extend({ name: deviceNameSchema });

/** The named device; where somebody books for a VM, that one and the host: whoever may start a VM books what it asks for. */
export function onBooked({ hostId, name, vmId }: DeviceReference & { vmId: string | null }) {
  return vmId === null ? [onNamed({ hostId, name })] : [onHost({ hostId }), onVm({ hostId, vmId })];
}

/**
 * A booking, or a place in a queue, that somebody may change.
 * @param missing What is said of one that is not there, and so of one that they may not know of.
 * @throws AppError `missing`; "forbidden" where they may not.
 */
export function changeable<One extends Concerned>(
  context: ActContext,
  one: One,
  missing: () => AppError,
): One {
  const known = new KnownDevices(context.services, context, one.hostId);
  if (known.mayChange(one)) return one;
  if (!known.has(one.name, [one])) throw missing();
  throw new AppError("forbidden", { userMessage: "Your role does not allow this." });
}

/** The id of who asks. */
export function ownId({ user }: Who): string {
  if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
  return user.id;
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
  throw notThere(onNamed({ hostId, name }));
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
