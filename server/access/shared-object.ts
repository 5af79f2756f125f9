import type { groupShares } from "../database/tables/shares";
import type { ObjectReference } from "./object.schema";
import { onNamed, onVm } from "./objects-of";

/** What can be shared with users and groups. */
export type SharedObject = Extract<ObjectReference, { kind: "vm" | "named" }>;

/** A VM by its host and libvirt's UUID, in whichever case. */
export interface VmKey {
  hostId: string;
  vmId: string;
}

/** A named device by its host and its name. */
export interface DeviceKey {
  hostId: string;
  name: string;
}

type Row = Pick<typeof groupShares.$inferSelect, "kind" | "hostId" | "objectId">;

/** As what is shared stands in the database. */
export function rowOf(object: SharedObject): Row {
  const { kind, hostId } = object;
  return { kind, hostId, objectId: kind === "vm" ? object.vmId.toLowerCase() : object.name };
}

export function objectOf({ kind, hostId, objectId }: Row): SharedObject {
  return kind === "vm" ? onVm({ hostId, vmId: objectId }) : onNamed({ hostId, name: objectId });
}
