import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { hostReference } from "../references.schema";
import { bridgeWishSchema } from "./made-bridge.schema";

const trialStateSchema = z.object({
  /** The new network is up: who reaches this by it can keep it. */
  live: z.boolean(),
  /** Until the old network comes back by itself; 0 once it does. */
  secondsLeft: z.number(),
  decision: z.enum(["keep", "back"]).nullable(),
});

const madeBridgeSchema = z.object({
  id: z.guid(),
  device: z.string(),
  bridge: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  by: z.string(),
});
export type MadeBridge = z.output<typeof madeBridgeSchema>;

/** The bridges that Passdeck made of a host's network cards and that are there, and a trial, if one is under way. */
export const bridgesStateSchema = z.object({
  trial: trialStateSchema.nullable(),
  made: z.array(madeBridgeSchema),
});
export type BridgesState = z.output<typeof bridgesStateSchema>;

export const seeBridges = defineAct({
  name: "bridge.state",
  title: "See the bridges that Passdeck made",
  input: hostReference,
  output: bridgesStateSchema,
  changes: false,
  objects: onBoot,
  run({ services: { bridges } }, { hostId }) {
    const folder = bridges.trialOf(hostId);
    const state = folder.state();
    const made = bridges
      .changesOf(hostId)
      .all()
      .filter((change) => change.state !== "applying" && change.undoneBy === null && change.undoes === null);
    return {
      trial: state && {
        live: state.live,
        secondsLeft: Math.max(0, Math.ceil((state.until - Date.now()) / 1000)),
        decision: folder.decision(),
      },
      made: made.map(({ id, wish, at, by }) => {
        const { device, bridge } = bridgeWishSchema.parse(wish).network;
        return { id, device, bridge, at, by };
      }),
    };
  },
});

/** Says that the host is still reached over its new network, which stays then. */
export const keepNetwork = defineAct({
  name: "bridge.keep",
  title: "Keep the host's new network",
  input: hostReference,
  output: z.object({}),
  objects: onBoot,
  // The job that waits for it has it in hand.
  inHand: nothing,
  run({ services: { bridges } }, { hostId }) {
    const folder = bridges.trialOf(hostId);
    if (folder.state()?.live !== true)
      throw new AppError("conflict", { userMessage: "No new network of this host waits to be kept." });
    if (folder.decide("keep") === "back")
      throw new AppError("conflict", { userMessage: "It was too late: the old network is coming back." });
    return {};
  },
});
