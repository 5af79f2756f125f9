import * as z from "zod";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { verdictStatuses } from "../verdict.schema";

/** A named device's name, as it is typed in and as VMs ask for it. */
export const deviceNameSchema = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(64, "A name has 64 characters at most.")
  .regex(/^[^\p{C}]*$/u, "A name has no control characters.");

/** A card that a name stands for: where it is, and what it was when it was chosen, so that another is told from it. */
export const memberSchema = z.object({
  /** Of the function that names the card, "0000:01:00.0". */
  address: pciAddressSchema,
  vendorId: z.string(),
  deviceId: z.string(),
  /** "1043:8508" */
  subsystem: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** Its name for people. */
  label: z.string(),
});

/** A name for one card of a host or for several, of which a VM that asks for it gets a free one at each start. */
export const namedDeviceSchema = z.object({
  name: deviceNameSchema,
  /** What it is for, in the administrator's words; may be empty. */
  note: z.string().max(200),
  members: z.array(memberSchema).min(1).max(64),
});

/**
 * How a member stands. `fits`: it can go to a VM. `moved`: the card is at `now`. `exchanged`: another card is at its
 * address, and it is nowhere. `gone`: nothing is there. `blocked`: the host needs it, or no VM can have it.
 */
const memberStates = ["fits", "moved", "exchanged", "gone", "blocked"] as const;

const memberViewSchema = memberSchema.extend({
  state: z.enum(memberStates),
  /** Where the card is by now; its address unless it has moved. */
  now: pciAddressSchema,
  /** Its verdict; null of one that is not there. */
  verdict: z.enum(verdictStatuses).nullable(),
  /** Why it can't be given, or what is to be done, as a sentence; null of one that fits. */
  problem: z.string().nullable(),
  /** The running VM that has it; null of a free one. */
  heldBy: z.string().nullable(),
});

/** A named device as pages show it. */
export const namedDeviceViewSchema = namedDeviceSchema.extend({
  members: z.array(memberViewSchema),
  /** The VMs that ask for it, by name. */
  askedBy: z.array(z.object({ vmId: z.string(), name: z.string() })),
});

export type Member = z.infer<typeof memberSchema>;
export type NamedDevice = z.infer<typeof namedDeviceSchema>;
export type MemberView = z.infer<typeof memberViewSchema>;
export type NamedDeviceView = z.infer<typeof namedDeviceViewSchema>;
