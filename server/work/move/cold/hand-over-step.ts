import { readSavedDefinition, saveDefinition } from "../../../domain/edit-definition";
import { undefineVm } from "../../../domain/removal";
import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import type { Connection } from "../../../libvirt/connection";
import { whereaboutsOn } from "../../../move/whereabouts";
import { persevering } from "../../persevering";
import { goneSoon } from "../../present-soon";
import { hasArrived, staysThere } from "../has-arrived";
import type { MoveInput } from "../move-input.schema";
import { lookAt } from "../settle-move";
import { stillAsPlanned } from "./still-as-planned";

/** The source lets go of the VM, if it still is as it was copied. From then on it is on the target. */
export function handOverStep(fleet: Pick<Fleet, "host">, hostId: string, input: MoveInput): StepWork {
  const source = () => fleet.host(hostId);
  const isHere = async () => (await lookAt(source(), input, "source")).presence !== "absent";
  return persevering(source, {
    run: async ({ note, remember }) => {
      // What was asked for before a crash libvirt may be about to do.
      if (note !== null && (await goneSoon(isHere))) return;
      remember("began");
      await source().run(`VM ${input.vmName}`, (here) => letGo(here, input));
    },
    verify: async () => {
      const { presence } = await lookAt(fleet.host(input.targetHostId), input, "target");
      if (presence === "absent") throw lost(input);
    },
    undo: async ({ note, signal }) => {
      if (note === null) return;
      await goneSoon(isHere);
      if (await hasArrived(fleet, hostId, input, signal)) throw staysThere(input);
    },
  });
}

async function letGo(here: Connection, input: MoveInput): Promise<void> {
  const dom = await stillAsPlanned(here, input);
  const xml = await readSavedDefinition(here, dom);
  await undefineVm(here, dom);
  // Of one that was started in that moment libvirt has only dropped what it keeps.
  const { presence } = await whereaboutsOn(here, input.vmId, "source");
  if (presence === "absent") return;
  await saveDefinition(here, xml);
  if (input.autostart) await here.call("domain_set_autostart", { dom, autostart: 1 });
  throw new AppError("conflict", {
    userMessage: `It was not migrated: ${input.vmName} was started in the meantime. Shut it down, and migrate it again.`,
  });
}

function lost({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} was deleted on ${targetName} in the meantime. Its disks are there still.`,
  });
}
