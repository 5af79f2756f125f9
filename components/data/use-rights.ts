"use client";

import { useCallback } from "react";
import { isAllowed } from "@/server/access/is-allowed.schema";
import type { ObjectReference } from "@/server/access/object.schema";
import type { Act } from "@/server/access/rights";
import { useSession } from "./session";

/** What something needs: an act on each of some objects. */
export interface Right {
  act: Act;
  objects: readonly ObjectReference[];
}

/** Why an act may not be done, as a sentence without its stop; null where it may. */
export type MayNot = (act: Act) => string | null;

/**
 * What the viewer may not do to `objects`, as the server told it: what this lets through, the server does, and the
 * other way round. Until it is known, nothing is held back.
 */
export function useRights(...objects: readonly ObjectReference[]): MayNot {
  const allowed = useSession()?.allowed;
  return (act) =>
    allowed === undefined || objects.every((object) => isAllowed(allowed, act, object))
      ? null
      : "Your role does not allow this";
}

/** Whether the viewer may do an act to an object. Until it is known, nothing is held back. */
export function useMay(): (act: Act, object: ObjectReference) => boolean {
  const allowed = useSession()?.allowed;
  return useCallback((act, object) => allowed === undefined || isAllowed(allowed, act, object), [allowed]);
}

/** Whether the viewer may do an act to one of `objects`, or there is none yet. */
export function useMayOnOne(act: Act, objects: readonly ObjectReference[]): boolean {
  const allowed = useSession()?.allowed;
  if (allowed === undefined || objects.length === 0) return true;
  return objects.some((object) => isAllowed(allowed, act, object));
}

export const installationObject: ObjectReference = { kind: "installation" };

export function hostObject(hostId: string): ObjectReference {
  return { kind: "host", hostId };
}

export function vmObject({ hostId, id }: { hostId: string; id: string }): ObjectReference {
  return { kind: "vm", hostId, vmId: id };
}

export function namedObject(hostId: string, name: string): ObjectReference {
  return { kind: "named", hostId, name };
}

export function networkObject(hostId: string, { uuid }: { uuid: string }): ObjectReference {
  return { kind: "network", hostId, uuid };
}

export function poolObject(hostId: string, pool: string): ObjectReference {
  return { kind: "pool", hostId, pool };
}

export function volumeObject(hostId: string, pool: string, volume: string): ObjectReference {
  return { kind: "volume", hostId, pool, volume };
}

export function deviceObjects(hostId: string, addresses: readonly string[]): ObjectReference[] {
  return addresses.map((address) => ({ kind: "device", hostId, address }));
}
