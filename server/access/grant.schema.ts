import * as z from "zod";
import { subjectSchema } from "./share.schema";

/** By their names: a pool that is made anew under its name is granted as the one before. */
const names = z.array(z.string().min(1).max(255)).max(256);

/** What VMs may be made of on a host by whom it is given to. */
export const grantSchema = z.object({
  /** Pools that new disks go into. */
  pools: names,
  networks: names,
  /** Pools of ready-made media: ISOs to install from, images to copy. */
  media: names,
  /** Named devices that the VMs may ask for. */
  devices: names,
});
export type Grant = z.infer<typeof grantSchema>;

/** A grant of a user, or of a group, on a host. */
export const hostGrantSchema = grantSchema.extend({ hostId: z.string().min(1).max(64) });
export type HostGrant = z.infer<typeof hostGrantSchema>;

/** What a user may make VMs of on a host: their grant there, and those of their groups, together. */
export const heldGrantSchema = grantSchema.extend({
  /** To whom it is given: the user, groups of theirs. */
  holders: z.array(subjectSchema),
});
export type HeldGrant = z.infer<typeof heldGrantSchema>;

/** By host. */
export type HeldGrants = Readonly<Record<string, HeldGrant>>;
