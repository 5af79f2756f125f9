import * as z from "zod";

/**
 * `ready`: every function of the card, and all that must be, is on vfio-pci. `bindable`: it can be put there now.
 * `risky`: it can, and something may go wrong. `blocked`: it can't, or the host would lose what it needs.
 */
export const verdictStatuses = ["ready", "bindable", "risky", "blocked"] as const;
export type VerdictStatus = (typeof verdictStatuses)[number];

export const reasonCodes = [
  "iommu-off",
  "no-group",
  "bridge",
  "shared-group",
  "boot-display",
  "only-display",
  "host-storage",
  "host-network",
  "management-network",
  "no-reset",
  "driver-in-use",
  "identical-twin",
  "no-uefi-rom",
  "attached-elsewhere",
  "unknown-hardware",
  "behind-vmd",
  "bar-unassigned",
  "acs-override",
  "not-looked-at",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  /** What it does to the verdict: a note changes nothing, a risk makes it risky, a block makes it blocked. */
  weight: z.enum(["note", "risk", "block"]),
  /** A sentence that names the device and what stands in the way. */
  message: z.string(),
  /** What to do about it; null where nothing can be done. */
  fix: z.string().nullable(),
  /** The devices that the reason is about: the culprits of a shared group, the twin, the device itself. */
  devices: z.array(z.string()),
});

export const verdictSchema = z.object({
  status: z.enum(verdictStatuses),
  /** The heaviest first. */
  reasons: z.array(reasonSchema),
});

/** What has to happen to a card's IOMMU groups so that a guest can get it. */
export const cardNeedsSchema = z.object({
  /** Functions that go to the guest: all of the card's. */
  guestGets: z.array(z.string()),
  /** Devices of the same groups that the guest doesn't get but which may not stay with a host driver. */
  mustBeBound: z.array(z.string()),
  /** Bridges of these groups, which stay as they are. */
  leftAlone: z.array(z.string()),
});

export type Reason = z.infer<typeof reasonSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type CardNeeds = z.infer<typeof cardNeedsSchema>;
