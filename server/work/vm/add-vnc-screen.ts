import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { addVncScreen as putVncScreen } from "../../domain/vnc-device";
import { defineAct } from "../act";
import { changeDefinition } from "../definition/change-definition";
import { vmReference } from "../references.schema";

/** Adds a VNC screen to a VM's saved definition; a running machine can't get one. */
export const addVncScreen = defineAct({
  name: "vm.addVncScreen",
  title: "Add a VNC screen to a VM",
  input: vmReference,
  output: z.object({ appliesAfterRestart: z.boolean() }),
  objects: onVm,
  async run({ services, by }, vm) {
    const what = "Added a VNC screen";
    const change = { ...vm, by, what, base: null, edit: putVncScreen };
    return { appliesAfterRestart: (await changeDefinition(services, change)).active };
  },
});
