import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Takes the sign of a failed start off the list of VMs, for everybody: somebody has seen to it. */
export const dismissFailedStart = defineAct({
  name: "vm.dismissFailedStart",
  title: "Dismiss a failed start",
  input: vmReference,
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services: { fleet, failedStarts } }, { hostId, vmId }) {
    failedStarts.forget({ hostId, vmId: fleet.vm(hostId, vmId).summary.id });
  },
});
