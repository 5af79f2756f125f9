import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { markTemplate } from "../../domain/template";
import { defineAct } from "../act";
import { changeDefinition } from "../definition/change-definition";
import { vmReference } from "../references.schema";

/** Marks a VM as a template, or takes the mark away, in its saved definition. */
export const setTemplate = defineAct({
  name: "create.setTemplate",
  title: "Set whether a VM is a template",
  input: vmReference.extend({ template: z.boolean() }),
  output: z.void(),
  objects: onVm,
  async run({ services, by }, { hostId, vmId, template }) {
    await changeDefinition(services, {
      hostId,
      vmId,
      by,
      what: template ? "Made a template" : "No template any more",
      base: null,
      edit: (document) => markTemplate(document, template),
    });
    const { handle } = services.fleet.vm(hostId, vmId);
    services.fleet.host(hostId).current().refresh(handle);
  },
});
