import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import { patternsOfDomains } from "../../domain/changes/grammar/domain-patterns";
import type { Plan } from "../../plan.schema";
import { refusedPlan, warnedPlan } from "../../plan-fingerprint";
import type { ActContext } from "../act-context";
import { LiveDomain } from "../attach/live-domain";
import { changeDemand, type Demand } from "../quota/demand";
import { addedReachWords } from "../reach/added-reach";
import { givenDiskProblems } from "../storage/given-disk-problems";
import { addedUsbAdvice } from "../usb/added-usb";
import { editedText } from "./edited-text";
import type { HardwareInput } from "./hardware-input.schema";
import { otherHolders } from "./held-elsewhere";
import { libvirtJudge } from "./libvirt-judge";
import { planHardware } from "./plan-hardware";
import { whyRefused } from "./why-refused";

/** Plans an edit of a VM's hardware by its definition as it is now; the host's schema and its libvirt judge the result. */
export async function planEdit(
  { services: { fleet }, by, readReport }: ActContext,
  { hostId, vmId }: { hostId: string; vmId: string },
  { edit, alsoLive }: { edit: PlannedEdit; alsoLive: boolean },
): Promise<{ plan: Plan; jobInput: HardwareInput; demands?: Demand[] }> {
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
  const xmls = { before: described.saved, after: edited.xml };
  const advice = managed.machine.files.value === null ? [] : await addedUsbAdvice(readReport, hostId, xmls);
  const against = advice.find(({ weight }) => weight === "fail");
  if (against !== undefined)
    return { plan: refusedPlan(plan, `${against.message} ${against.fix}`), jobInput: input };
  const advised = warnedPlan(
    plan,
    advice.map(({ message, fix }) => `${message} ${fix}`),
  );
  const given = { before: described.saved, after: edited.xml, vmName: summary.name };
  const problems = await givenDiskProblems(managed, given);
  if (problems.length > 0) return { plan: refusedPlan(plan, problems.join(" ")), jobInput: input };
  const change = { vm: { hostId, vmId: summary.id }, name: summary.name, ...xmls };
  const volumes = input.newVolume === null ? [] : [input.newVolume];
  return { plan: advised, jobInput: input, demands: [changeDemand(change, volumes)] };
}
