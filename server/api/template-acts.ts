import { markTemplate } from "../domain/template";
import { changeDefinition } from "../work/definition/change-definition";
import type { Context } from "./context";

/** Marks a VM as a template, or takes the mark away, in its saved definition. */
export async function setTemplate(
  { services, user }: Context,
  { hostId, vmId, template }: { hostId: string; vmId: string; template: boolean },
): Promise<void> {
  await changeDefinition(services, {
    hostId,
    vmId,
    by: user?.name ?? "",
    what: template ? "Made a template" : "No template any more",
    base: null,
    edit: (document) => markTemplate(document, template),
  });
  const { handle } = services.fleet.vm(hostId, vmId);
  services.fleet.host(hostId).current().refresh(handle);
}
