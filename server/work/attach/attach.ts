import { onVmAndDevices } from "../../access/objects-of";
import { attachOptionsSchema } from "../../domain/edit/attach-options.schema";
import { warnedPlan } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { changeDemand } from "../quota/demand";
import { addedReachWords } from "../reach/added-reach";
import { pciAddresses, vmReference } from "../references.schema";
import { romsOf } from "../rom/rom-file";
import { needsBatteryTable } from "./battery-table";
import { planAttach } from "./plan-attach";
import { plannedVm } from "./planned-vm";

const input = vmReference.extend({ addresses: pciAddresses, options: attachOptionsSchema });

/** Attaches cards of the host to a VM: whole, and to the running machine where it can be. */
export const attachDevices = definePlannedAct({
  names: { plan: "passthrough.planAttach", run: "passthrough.runAttach" },
  title: "Attach devices of the host to a VM",
  input,
  agreed: input.extend(agreement),
  objects: onVmAndDevices,
  async plan(context, { hostId, vmId, addresses, options }) {
    const report = await context.readReport(hostId);
    const chosen = needsBatteryTable(options)
      ? { ...options, batteryTable: romsOf(context.services.fleet, hostId).batteryTablePath }
      : options;
    const vm = await plannedVm(context, hostId, vmId);
    const { plan, input, edited } = planAttach(report, vm, addresses, chosen);
    const { fleet } = context.services;
    const reach = edited === null ? [] : await addedReachWords(fleet, hostId, vm.saved, edited);
    const change = { vm: { hostId, vmId: vm.id }, name: vm.name, before: vm.saved };
    return {
      plan: warnedPlan(plan, reach),
      demands: edited === null ? [] : [changeDemand({ ...change, after: edited })],
      jobInput: { ...input, by: context.by },
      inHand: onVmAndDevices({ hostId, vmId, addresses: input.functions.map(({ address }) => address) }),
    };
  },
  async beforeStart({ services }, { hostId, options }) {
    if (needsBatteryTable(options)) await romsOf(services.fleet, hostId).writeBatteryTable();
  },
});
