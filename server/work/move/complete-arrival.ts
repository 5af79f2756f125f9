import { undefineVm } from "../../domain/removal";
import { AppError } from "../../errors";
import type { ManagedHost } from "../../fleet/managed-host";
import { whereaboutsOn } from "../../move/whereabouts";
import type { MoveInput } from "./move-input.schema";

/** The VM runs on the target: the source lets go of what it has left of it. */
export async function completeArrival(
  source: ManagedHost,
  { vmId, vmName, targetName }: MoveInput,
): Promise<void> {
  await source.run(`VM ${vmName}`, async (connection) => {
    const { presence, dom } = await whereaboutsOn(connection, vmId, "source");
    if (dom === null) return;
    if (presence === "on")
      throw new AppError("conflict", {
        userMessage: `${vmName} runs here and on ${targetName}. Force one of them off at once: both write to the same disks.`,
      });
    if (presence === "halted") await connection.call("domain_destroy_flags", { dom, flags: 0 });
    const left = await whereaboutsOn(connection, vmId, "source");
    if (left.dom !== null) await undefineVm(connection, left.dom);
  });
}
