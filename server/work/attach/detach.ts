import { onVmAndDevices } from "../../access/objects-of";
import { agreement, definePlannedAct } from "../planned-act";
import { pciAddresses, vmReference } from "../references.schema";
import { planDetach } from "./plan-detach";
import { plannedVm } from "./planned-vm";

const input = vmReference.extend({ addresses: pciAddresses });

/** Detaches cards of the host from a VM, from the running machine as well. */
export const detachDevices = definePlannedAct({
  names: { plan: "passthrough.planDetach", run: "passthrough.runDetach" },
  title: "Detach devices of the host from a VM",
  input,
  agreed: input.extend(agreement),
  objects: onVmAndDevices,
  async plan(context, { hostId, vmId, addresses }) {
    const report = await context.readReport(hostId);
    const { plan, input } = planDetach(report, await plannedVm(context, hostId, vmId), addresses);
    return {
      plan,
      jobInput: { ...input, by: context.by },
      inHand: onVmAndDevices({ hostId, vmId, addresses: input.addresses }),
    };
  },
});
