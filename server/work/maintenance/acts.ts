import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { maintenanceReasonSchema } from "../../fleet/maintenance.schema";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Has no VM started on a host, and none moved onto it, until {@link endMaintenance}. */
export const beginMaintenance = defineAct({
  name: "host.beginMaintenance",
  title: "Put a host into maintenance",
  input: hostReference.extend({ reason: maintenanceReasonSchema }),
  output: z.void(),
  objects: onHost,
  run({ services: { fleet, maintenance }, by, tell }, { hostId, reason }) {
    const { id } = fleet.host(hostId).machine;
    tell({ title: `Put a host into maintenance: ${reason}` });
    maintenance.begin(id, reason, by);
  },
});

/** Ends a host's maintenance; one that is in none stays as it is. */
export const endMaintenance = defineAct({
  name: "host.endMaintenance",
  title: "End a host's maintenance",
  input: hostReference,
  output: z.void(),
  objects: onHost,
  run({ services: { fleet, maintenance } }, { hostId }) {
    maintenance.end(fleet.host(hostId).machine.id);
  },
});
