import { onBoot } from "../../access/objects-of";
import { bridgeWishSchema } from "../../network/guide/bridge-guide.schema";
import { hostNetworking } from "../network/host-links";
import { agreement, definePlannedAct } from "../planned-act";
import { hostId } from "../references.schema";
import { planMakeBridge } from "./plan-make";
import { readOnCard } from "./read-on-card";

const input = bridgeWishSchema.extend({ hostId });

/** Makes a bridge of a network card, on trial until the browser has said that it still reaches Passdeck. */
export const makeBridge = definePlannedAct({
  names: { plan: "bridge.plan", run: "bridge.run" },
  title: "Make a bridge of a network card",
  input,
  agreed: input.extend(agreement),
  objects: onBoot,
  async plan(context, { hostId: host, device, bridge, address }) {
    const { bridges, fleet } = context.services;
    const parts = {
      machine: bridges.machine(host),
      by: context.by,
      originals: bridges.originalsOf(host),
      trialSeconds: bridges.trialSeconds,
    };
    return planMakeBridge(
      parts,
      { device, bridge, address },
      { host: await hostNetworking(fleet, context, host), onCard: await readOnCard(fleet, host, device) },
    );
  },
});
