import type { ObjectReference } from "../../access/object.schema";
import type { Fleet } from "../../fleet/fleet";
import type { Jobs } from "../../job/jobs";

interface Named {
  fleet: Pick<Fleet, "findVm" | "networkName">;
  jobs: Pick<Jobs, "find">;
}

/** What people call an object, from what is known of it now; its id where nothing is. "" of what needs no name. */
export function nameOfObject({ fleet, jobs }: Named, object: ObjectReference): string {
  switch (object.kind) {
    case "installation":
      return "";
    case "host":
    case "boot":
      return `host ${object.hostId}`;
    case "vm":
      return fleet.findVm(object.hostId, object.vmId)?.summary.name ?? `VM ${object.vmId}`;
    case "device":
      return object.address;
    case "named":
      return `named device ${object.name}`;
    case "network":
      return `network ${fleet.networkName(object.hostId, object.uuid) ?? object.uuid}`;
    case "pool":
      return `pool ${object.pool}`;
    case "volume":
      return `${object.pool}/${object.volume}`;
    case "job":
      return jobs.find(object.jobId)?.title ?? `job ${object.jobId}`;
  }
}
