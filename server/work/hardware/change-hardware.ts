import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { hardwareEditSchema } from "../../domain/hardware/hardware-edit.schema";
import { agreement, definePlannedAct } from "../planned-act";
import { vmReference } from "../references.schema";
import { planEdit } from "./plan-edit";

const input = vmReference.extend({
  edit: hardwareEditSchema,
  /** The running machine is changed as well, where it can be. */
  alsoLive: z.boolean(),
});

/** Changes a VM's devices and settings. */
export const changeHardware = definePlannedAct({
  names: { plan: "hardware.plan", run: "hardware.run" },
  title: "Change a VM's hardware",
  input,
  agreed: input.extend(agreement),
  objects: onVm,
  plan: (context, { hostId, vmId, edit, alsoLive }) =>
    planEdit(context, { hostId, vmId }, { edit, alsoLive }),
});
