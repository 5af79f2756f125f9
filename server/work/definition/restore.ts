import { onVm } from "../../access/objects-of";
import { refuseBadDefinition } from "../../domain/changes/check-definition";
import { withNameOf } from "../../domain/changes/keep-name";
import { defineAct } from "../act";
import { vmReference } from "../references.schema";
import { keyOf, versionId, versionOf } from "./draft";
import { saveDraft, savedSchema } from "./save-draft";

/** Makes an earlier version the VM's definition again. A VM that was renamed since keeps its new name. */
export const restoreDefinition = defineAct({
  name: "definition.restore",
  title: "Restore an earlier definition",
  input: vmReference.extend({ versionId, base: versionId }),
  output: savedSchema,
  objects: onVm,
  async run(context, { versionId, base, ...reference }) {
    const { services } = context;
    const vm = keyOf(reference);
    const [wanted, before] = [versionOf(services, vm, versionId), versionOf(services, vm, base)];
    const xml = withNameOf(before.xml, wanted.xml);
    await refuseBadDefinition(before.xml, xml, services.fleet.host(vm.hostId).machine.schemas.value);
    const what = `Restored the version of ${new Date(wanted.at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
    return saveDraft(context, vm, { xml, before, what });
  },
});
