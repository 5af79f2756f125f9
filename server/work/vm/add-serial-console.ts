import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { putSerialConsole } from "../../domain/serial-device";
import { defineAct } from "../act";
import { changeDefinition } from "../definition/change-definition";
import { vmReference } from "../references.schema";

/** Adds a serial console to a VM's saved definition; a running machine can't get one. */
export const addSerialConsole = defineAct({
  name: "vm.addSerialConsole",
  title: "Add a serial console to a VM",
  input: vmReference,
  output: z.object({ appliesAfterRestart: z.boolean() }),
  objects: onVm,
  async run({ services, by }, vm) {
    const what = "Added a serial console";
    const change = { ...vm, by, what, base: null, edit: putSerialConsole };
    return { appliesAfterRestart: (await changeDefinition(services, change)).active };
  },
});
