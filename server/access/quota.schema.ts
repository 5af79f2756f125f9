import * as z from "zod";
import { subjectSchema } from "./share.schema";

const amount = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** How much of each resource is in use. Memory in bytes; disks by what their guests see as the size, in bytes. */
export const useSchema = z.object({
  vms: amount,
  /** The most that each VM can have, plugged or not. */
  vcpus: amount,
  memoryBytes: amount,
  diskBytes: amount,
  /** Devices of the host that are passed through; all functions of a card are one. */
  cards: amount,
});
export type Use = z.infer<typeof useSchema>;

const limit = amount.nullable();

/** The most of each resource that a user's, or a group's, VMs may have together; null: no limit. */
export const quotaSchema = z.object({
  vms: limit,
  vcpus: limit,
  memoryBytes: limit,
  diskBytes: limit,
  cards: limit,
});
export type Quota = z.infer<typeof quotaSchema>;

export const noQuota: Quota = { vms: null, vcpus: null, memoryBytes: null, diskBytes: null, cards: null };

/** What one VM takes. */
export const takenSchema = useSchema.extend({
  /** Its disks whose size nobody could tell: "vda of web-1". */
  unsized: z.array(z.string()),
});
export type Taken = z.infer<typeof takenSchema>;

/** What a VM will have taken once a job is through; it counts from the moment that the job is on record until it ends. */
export const reservationSchema = z.object({
  hostId: z.string(),
  vmId: z.string(),
  /** Whose it will be besides those whose it is already. */
  owners: z.array(subjectSchema),
  taken: takenSchema,
});
export type Reservation = z.infer<typeof reservationSchema>;

/** A quota, and how much of it is used. */
export const quotaUseSchema = z.object({
  limits: quotaSchema,
  used: useSchema,
  /** Why it may be more than is told; null where all is known. */
  unknown: z.string().nullable(),
});
export type QuotaUse = z.infer<typeof quotaUseSchema>;
