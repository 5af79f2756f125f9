import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { patternsOfDomains } from "../../domain/changes/grammar/domain-patterns";
import { hardwareEditSchema } from "../../domain/hardware/hardware-edit.schema";
import { refusedPlan } from "../../plan-fingerprint";
import { LiveDomain } from "../attach/live-domain";
import { agreement, definePlannedAct } from "../planned-act";
import { addedReachWords } from "../reach/added-reach";
import { vmReference } from "../references.schema";
import { givenDiskProblems } from "../storage/given-disk-problems";
import { editedText } from "./edited-text";
import { otherHolders } from "./held-elsewhere";
import { libvirtJudge } from "./libvirt-judge";
import { planHardware } from "./plan-hardware";
import { whyRefused } from "./why-refused";

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
    const managed = fleet.host(hostId);
    const patterns = await patternsOfDomains(managed.machine.schemas.value);
    const edited = editedText(described.saved, edit, patterns);
    const reach = "xml" in edited ? await addedReachWords(fleet, hostId, described.saved, edited.xml) : [];
    const { plan, input } = planHardware(vm, { edit, alsoLive, by }, reach, patterns);
    if (plan.refusal !== null || "refusal" in edited) return { plan, jobInput: input };
    const facts = { saved: described.saved, edited: edited.xml, patterns };
    const refused = await whyRefused(facts, edit, libvirtJudge(managed));
    if (refused !== null) return { plan: refusedPlan(plan, refused), jobInput: input };
    const given = { before: described.saved, after: edited.xml, vmName: summary.name };
    const problems = await givenDiskProblems(managed, given);
    return { plan: problems.length === 0 ? plan : refusedPlan(plan, problems.join(" ")), jobInput: input };
  },
});
