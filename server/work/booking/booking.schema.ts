import * as z from "zod";
import { deviceNameSchema } from "../../pci/named/named-device.schema";

/**
 * What is done at a booking's end to a VM that still uses the card: its holder is told, or it is asked to shut down, or that and
 * then started again with a card of another named device.
 */
const atEnds = ["warn", "shut-down", "move"] as const;

/** By which rules a named device can be booked. */
export const bookingRulesSchema = z.object({
  /** A booking is at most this long, hours. */
  longestHours: z
    .int({ error: "Give whole hours." })
    .min(1, { error: "An hour is the least." })
    .max(2160, { error: "90 days (2,160 hours) are the most." }),
  /** It begins at most this many days from now. */
  daysAhead: z
    .int({ error: "Give whole days." })
    .min(1, { error: "A day is the least." })
    .max(365, { error: "A year (365 days) is the most." }),
  atEnd: z.enum(atEnds),
  /** The named device of the same host that a VM is moved to; null where it is not moved, and for who may not know of that device. */
  moveTo: deviceNameSchema.nullable().default(null),
});
export type BookingRules = z.infer<typeof bookingRulesSchema>;

/** How long somebody wants it, hours; a device's rules may say less. */
export const hoursSchema = z
  .int({ error: "Give whole hours." })
  .min(1, { error: "An hour is the least." })
  .max(2160, { error: "90 days (2,160 hours) are the most." });

/** Unix milliseconds. */
export const momentSchema = z.int().min(0).max(8.64e15);

/** A VM that a booking is meant for. */
const meantVmSchema = z.object({ vmId: z.string(), name: z.string() });

/** A booking as whoever looks on may see it. */
export const bookingViewSchema = z.object({
  bookingId: z.guid(),
  /** The named device's. */
  name: z.string(),
  /** Unix milliseconds. */
  from: momentSchema,
  /** Unix milliseconds: the first that is not its holder's any more. */
  to: momentSchema,
  /** By the server's clock, when this was told. */
  isOver: z.boolean(),
  isMine: z.boolean(),
  /** The holder's name; null for who may not know of others' bookings. */
  holder: z.string().nullable(),
  /** The VM that it is meant for; null where none was named, for who may not know, and of one that was deleted. */
  vm: meantVmSchema.nullable(),
  /** Whether it may be extended, handed over and cancelled by who looks on. */
  mayChange: z.boolean(),
});
export type BookingView = z.infer<typeof bookingViewSchema>;

/** Somebody who waits, as whoever looks on may see it. */
const waitingViewSchema = z.object({
  waitingId: z.number(),
  isMine: z.boolean(),
  holder: z.string().nullable(),
  hours: hoursSchema,
  /** Whether whoever looks on may end it. */
  mayEnd: z.boolean(),
  /** The VM that is started when it is their turn. */
  vm: meantVmSchema.nullable(),
  /** When their turn comes at the latest, by the bookings that there are, Unix milliseconds; null where that is not known. */
  turnAt: momentSchema.nullable(),
});

/** A named device with its bookings and its queue. */
export const bookableViewSchema = z.object({
  name: z.string(),
  /** null of one that can't be booked. */
  rules: bookingRulesSchema.nullable(),
  /** How many of its cards VMs can be given: so many bookings can be at one moment. */
  places: z.number(),
  /** The VMs that ask for it and that whoever looks on may book for. */
  askedBy: z.array(meantVmSchema),
  /** By their beginning; those that have ended for as long as they are kept. */
  bookings: z.array(bookingViewSchema),
  /** Whose turn comes first stands first. */
  queue: z.array(waitingViewSchema),
});
export type BookableView = z.infer<typeof bookableViewSchema>;
