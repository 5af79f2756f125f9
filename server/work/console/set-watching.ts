import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Lets a VM's viewers watch its consoles, or no more: who watches by it is disconnected. */
export const setWatching = defineAct({
  name: "console.setWatching",
  title: "Change whether viewers may watch a VM’s consoles",
  input: vmReference.extend({ viewersMayWatch: z.boolean() }),
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services: { fleet, watchableVms }, tell }, { hostId, vmId, viewersMayWatch }) {
    const { summary } = fleet.vm(hostId, vmId);
    tell({
      title: `${viewersMayWatch ? "Let viewers watch" : "Let viewers no longer watch"} ${summary.name}’s consoles`,
    });
    watchableVms.set({ hostId, vmId: summary.id }, viewersMayWatch);
  },
});
