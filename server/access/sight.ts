import { AppError } from "../errors";
import { noSuchHost, noSuchNamedDevice, noSuchVm } from "../not-there";
import type { ObjectReference } from "./object.schema";

/** What somebody has to see to know of an object: an act on it, or on what it is part of. */
interface Sight {
  act: string;
  object: ObjectReference;
}

/** By what it is known whether an object may be known of; null where everybody knows of it. */
export function sightOf(object: ObjectReference): Sight | null {
  switch (object.kind) {
    case "installation":
      return null;
    case "host":
    case "boot":
    case "device":
      return { act: "host.see", object: { kind: "host", hostId: object.hostId } };
    case "vm":
      return { act: "vm.see", object };
    case "named":
      return { act: "named.see", object };
    case "network":
      return { act: "network.see", object };
    case "pool":
    case "volume":
      return { act: "pool.see", object: { kind: "pool", hostId: object.hostId, pool: object.pool } };
    case "job":
      return { act: "job.see", object };
  }
}

/** What is said of an object to who may not see it, and of one that is not there. */
export function notThere(object: ObjectReference): AppError {
  switch (object.kind) {
    case "vm":
      return noSuchVm();
    case "named":
      return noSuchNamedDevice(object.name);
    case "network":
      return nothing("network");
    case "pool":
      return nothing("storage pool");
    case "volume":
      return nothing("volume");
    case "job":
      return nothing("job");
    default:
      return noSuchHost("hostId" in object ? object.hostId : "");
  }
}

function nothing(what: string): AppError {
  return new AppError("not-found", { userMessage: `There is no such ${what}.` });
}
