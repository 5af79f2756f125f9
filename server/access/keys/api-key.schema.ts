import * as z from "zod";
import { type Role, roles } from "../role";

/** A key works at most this long; days. */
const longestKeyDays = 366;

/** A VM, as a key's scope names it. */
export const keyVmSchema = z.object({ hostId: z.string().min(1).max(64), vmId: z.guid() });
export type KeyVm = z.infer<typeof keyVmSchema>;

/** Acts that a key may do: "vm.act", or all of a kind, "vm.*". */
const actPattern = z
  .string()
  .max(64)
  .regex(/^[a-z]+\.(\*|[A-Za-z]+)$/, { error: "An act is written as vm.act, or vm.* for all of its kind." });

const keyName = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,64}$/u, { error: "A key has a name of 1 to 64 characters.", abort: true })
  .max(64);

/** A key that somebody wants. */
export const newKeySchema = z.object({
  name: keyName,
  /** The most that it may, whatever its user may. */
  role: z.enum(roles),
  /** Days that it works. */
  days: z
    .int({ error: "A key works for a whole number of days." })
    .min(1, { error: "A key works for a day at least." })
    .max(longestKeyDays, { error: `A key works for ${longestKeyDays} days at most.` }),
  /** The VMs that it is for; null: whatever its user may see. */
  vms: z.array(keyVmSchema).min(1, { error: "Choose a VM at least." }).max(1000).nullable().default(null),
  /** What it may do; null: whatever its role may. */
  acts: z.array(actPattern).min(1, { error: "Choose a right at least." }).max(100).nullable().default(null),
});
export type NewKey = z.output<typeof newKeySchema>;

/** A key, as its user sees it. The key itself is shown once, when it is made. */
export const apiKeySchema = z.object({
  id: z.guid(),
  name: z.string(),
  role: z.enum(roles),
  vms: z.array(keyVmSchema).nullable(),
  acts: z.array(z.string()).nullable(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  /** Unix milliseconds. */
  expiresAt: z.number(),
  /** Unix milliseconds, to within a minute; null before its first use. */
  lastUsedAt: z.number().nullable(),
  /** Where it was used last. */
  lastUsedAddress: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** A key that was just made. */
export const madeKeySchema = z.object({
  id: z.guid(),
  /** What a program sends as `Authorization: Bearer …`. It is told this once. */
  key: z.string(),
  /** Unix milliseconds. */
  expiresAt: z.number(),
});
export type MadeKey = z.infer<typeof madeKeySchema>;

/** What a key narrows of its user's rights. */
export interface KeyScope {
  id: string;
  name: string;
  level: Role;
  vms: readonly KeyVm[] | null;
  acts: readonly string[] | null;
}
