import type { ObjectReference } from "../access/object.schema";

/** What work is about, and nobody else may work on meanwhile. Two hosts may have VMs of the same UUID. */
export interface Claim {
  hostId: string;
  /** As {@link subjectOf} names them. */
  subjects: readonly string[];
}

/**
 * The name of a thing within its host, by which work on it is kept apart: a VM's or a network's UUID, a PCI address,
 * "pool/volume"; a pool is "pool/", and all of its volumes with it; "boot" is how the host starts. Null for what is never in hand as a whole.
 */
export function subjectOf(object: ObjectReference): string | null {
  switch (object.kind) {
    case "boot":
      return "boot";
    case "vm":
      return object.vmId.toLowerCase();
    case "device":
      return object.address.toLowerCase();
    case "network":
      return object.uuid.toLowerCase();
    case "pool":
      return `${object.pool}/`;
    case "volume":
      return `${object.pool}/${object.volume}`;
    default:
      return null;
  }
}

/** The subject that both are about, the narrower one of a pool and its volume; null where they keep apart. */
export function sharedSubject(one: Claim, other: Claim): string | null {
  if (one.hostId !== other.hostId) return null;
  for (const subject of one.subjects) {
    const shared = other.subjects.find((candidate) => overlap(subject, candidate));
    if (shared !== undefined) return subject.length > shared.length ? subject : shared;
  }
  return null;
}

function overlap(one: string, other: string): boolean {
  return one === other || isPoolOf(one, other) || isPoolOf(other, one);
}

function isPoolOf(pool: string, volume: string): boolean {
  return pool.endsWith("/") && volume.startsWith(pool);
}
