import { randomUUID } from "node:crypto";
import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { agreement, definePlannedAct } from "../planned-act";
import { filesBack } from "../prepare/files-back";
import { bootIdOf } from "../prepare/host-now";
import { hostReference } from "../references.schema";
import type { HostBridges } from "./host-bridges";
import { bridgeWishSchema } from "./made-bridge.schema";
import { type PlannedBridgeJob, plannedBridgeJob } from "./planned-bridge-job";

const input = hostReference.extend({ changeId: z.guid() });

/** Takes a bridge that Passdeck made away again, on trial as it was made. */
export const undoBridge = definePlannedAct({
  names: { plan: "bridge.planUndo", run: "bridge.undo" },
  title: "Take a bridge of a network card back",
  input,
  agreed: input.extend(agreement),
  objects: onBoot,
  plan: ({ services: { bridges }, by }, request) => planUndo(bridges, by, request),
});

function planUndo(
  bridges: HostBridges,
  by: string,
  { hostId, changeId }: z.output<typeof input>,
): Promise<PlannedBridgeJob> {
  const change = bridges.changesOf(hostId).find(changeId);
  if (change === null)
    throw new AppError("not-found", { userMessage: "This change is not on record any more." });
  const { network } = bridgeWishSchema.parse(change.wish);
  const { device, bridge, undone } = network;
  return plannedBridgeJob({
    title: `Take back: ${change.title}`,
    originals: bridges.originalsOf(hostId),
    warnings: () => [
      `The host's addresses move from ${bridge} back to ${device}: all that comes to the host over it is cut for some seconds. Keep this page open.`,
      `VMs and networks that are on ${bridge} have no LAN any more.`,
    ],
    async input(title) {
      const machine = bridges.machine(hostId);
      need(machine.guard);
      if (change.undoneBy !== null)
        throw new AppError("conflict", { userMessage: "It was taken back already." });
      if (change.state === "applying")
        throw new AppError("conflict", {
          userMessage: "It is not carried out whole: finish or undo its job.",
        });
      return {
        id: randomUUID(),
        at: Date.now(),
        by,
        title,
        bootId: await bootIdOf(need(machine.files)),
        files: [],
        commands: [],
        wish: { network: { ...network, undone: { there: undone.back, back: undone.there } } },
        undoes: change.id,
        trial: {
          seconds: bridges.trialSeconds,
          files: await filesBack(need(machine.configuration), change.files),
          ...undone,
        },
      };
    },
  });
}
