import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { hardwareEditSchema } from "../../domain/hardware/hardware-edit.schema";
import { refusedPlan } from "../../plan-fingerprint";
import { LiveDomain } from "../attach/live-domain";
import { agreement, definePlannedAct } from "../planned-act";
import { addedReachWords } from "../reach/added-reach";
import { vmReference } from "../references.schema";
import { givenDiskProblems } from "../storage/given-disk-problems";
import { otherHolders } from "./held-elsewhere";
import { editedText, planHardware } from "./plan-hardware";

const input = vmReference.extend({
  edit: hardwareEditSchema,
  /** The running machine is changed as well, where it can be. */
  alsoLive: z.boolean(),
});

/** Changes a VM's devices and settings. */
export const changeHardware = definePlannedAct({
  names: { plan: "hardware.plan", run: "hardware.run" },
  title: "Change a VM's hardware",
  input,
  agreed: input.extend(agreement),
  objects: onVm,
  async plan({ services: { fleet }, by }, { hostId, vmId, edit, alsoLive }) {
    const { summary } = fleet.vm(hostId, vmId);
    const host = fleet.hostSummaries().find(({ id }) => id === hostId);
    const described = await new LiveDomain(fleet, hostId, vmId).describe();
    const others = otherHolders(fleet.vmsOf(hostId), vmId);
    const vm = { id: summary.id, name: summary.name, ...described, hostCpus: host?.cpus ?? 0, others };
    const edited = editedText(described.saved, edit);
    const reach = "xml" in edited ? await addedReachWords(fleet, hostId, described.saved, edited.xml) : [];
    const { plan, input } = planHardware(vm, { edit, alsoLive, by }, reach);
    if (plan.refusal !== null || "refusal" in edited) return { plan, jobInput: input };
    const given = { before: described.saved, after: edited.xml, vmName: summary.name };
    const problems = await givenDiskProblems(fleet.host(hostId), given);
    return { plan: problems.length === 0 ? plan : refusedPlan(plan, problems.join(" ")), jobInput: input };
  },
});
