import { setTimeout as delay } from "node:timers/promises";
import { undefineVm } from "../../domain/removal";
import { AppError } from "../../errors";
import type { ManagedHost } from "../../fleet/managed-host";
import { whereaboutsOn } from "../../move/whereabouts";
import type { MoveInput } from "./move-input.schema";

const lookMs = 500;

/**
 * The VM is on the target: the source lets go of what it has left of it. As long as the target fetches memory from it (post-copy), that is waited
 * for: it would be lost otherwise.
 * @param signal Gives that wait up.
 */
export async function completeArrival(
  source: Pick<ManagedHost, "run">,
  input: Pick<MoveInput, "vmId" | "vmName" | "targetName">,
  signal: AbortSignal,
): Promise<void> {
  const { vmId, vmName } = input;
  const look = () => source.run(`VM ${vmName}`, (connection) => whereaboutsOn(connection, vmId, "source"));
  let here = await look();
  while (here.presence === "handed-over") {
    await delay(lookMs, undefined, { signal }).catch(() => {
      throw stillFetching(input);
    });
    here = await look();
  }
  if (here.presence === "on") throw runsTwice(input);
  await source.run(`VM ${vmName}`, async (connection) => {
    if (here.presence === "halted" && here.dom !== null)
      await connection.call("domain_destroy_flags", { dom: here.dom, flags: 0 });
    const { dom } = await whereaboutsOn(connection, vmId, "source");
    if (dom !== null) await undefineVm(connection, dom);
  });
}

function stillFetching({ vmName, targetName }: Pick<MoveInput, "vmName" | "targetName">): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} runs on ${targetName} and still fetches memory from here. Leave it alone here until it is off: forced off before, it is lost.`,
  });
}

function runsTwice({ vmName, targetName }: Pick<MoveInput, "vmName" | "targetName">): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} runs here and on ${targetName}. Force one of them off at once: both write to the same disks.`,
  });
}
