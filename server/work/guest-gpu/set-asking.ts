import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Lets Passdeck ask a VM's guest for its GPUs while somebody looks, or no more. */
export const setGuestGpu = defineAct({
  name: "guestGpu.set",
  title: "Change whether a VM’s guest is asked for its GPUs",
  input: vmReference.extend({ mayAsk: z.boolean() }),
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services: { fleet, askedGuests }, tell }, { hostId, vmId, mayAsk }) {
    const { summary } = fleet.vm(hostId, vmId);
    tell({
      title: `${mayAsk ? "Let Passdeck ask" : "Let Passdeck no longer ask"} ${summary.name}’s guest for its GPUs`,
    });
    askedGuests.set({ hostId, vmId: summary.id }, mayAsk);
  },
});
