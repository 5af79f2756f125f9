import { onVm } from "../../access/objects-of";
import { describeChange } from "../../domain/changes/changed-parts";
import { refuseBadDefinition } from "../../domain/changes/check-definition";
import { defineAct } from "../act";
import { draftInput, keyOf, versionOf } from "./draft";
import { saveDraft, savedSchema } from "./save-draft";

/** Makes a draft the VM's definition, unless somebody else changed that meanwhile. Passwords stay. */
export const saveDefinition = defineAct({
  name: "definition.save",
  title: "Save a definition",
  input: draftInput,
  output: savedSchema,
  objects: onVm,
  async run(context, { xml, base, ...reference }) {
    const { services } = context;
    const vm = keyOf(reference);
    const before = versionOf(services, vm, base);
    await refuseBadDefinition(before.xml, xml, services.fleet.host(vm.hostId).machine.schemas.value);
    const what = describeChange(before.xml, xml);
    return saveDraft(context, vm, {
      xml,
      before,
      what: `Edited the XML: ${what === "" ? "written otherwise" : what}`,
    });
  },
});
