import type { Document, Element } from "@xmldom/xmldom";
import { machineOf } from "../../domain/edit/guest-slots";
import { addNote, dropNote, findNotes } from "../../domain/edit/notes";
import { ensurePart, type Part } from "../../domain/edit/parts";
import { changeReversibly, takeBack } from "../../domain/edit/reversible";
import { AppError } from "../../errors";
import { buildElement } from "../../xml/build-element";
import type { ElementPlan } from "../../xml/build-xml";
import { insertElement, removeElement } from "../../xml/white-space";
import { childrenOf } from "../../xml/xml";
import { featurePlans } from "../domain/features";
import { vmSpecificationSchema } from "../vm-specification.schema";
import { presetVm } from "./apply-preset.schema";
import { type PresetId, presetIds } from "./preset-ids.schema";
import { presetTable } from "./preset-table.schema";

const edit = "preset";
const features = ["hyperv", "kvm", "vmport", "ioapic"];

/**
 * Gives a VM that there is already a preset's settings: CPU model, hypervisor features, clock, sleep and balloon. What
 * tells one VM from another (machine, firmware, disks, networks, cards, sizes) stays. `dropPreset` is the inverse.
 * @throws AppError "bad-input" for an unknown name, "not-supported" where the VM is no PC of QEMU's.
 */
export function applyPreset(document: Document, name: string): void {
  const id = presetIdOf(name);
  refuseOthers(document);
  if (findNotes(document, "preset").length > 0) dropPreset(document);
  const plans = partPlans(document, id);
  changeReversibly(document, {
    edit,
    parts: plans.map(({ part }) => part),
    change: (changed) => {
      for (const { part, plan } of plans) putPlan(changed, part, plan);
    },
    // Nobody would know from the definition alone what was there: every part is noted as it was.
    undo: () => undefined,
  });
  addNote(document, { name: "passdeck:preset", attributes: { name: id } });
}

/**
 * Gives the VM back what it had before `applyPreset`.
 * @throws AppError "not-found" where no preset was applied.
 */
export function dropPreset(document: Document): void {
  const [note] = findNotes(document, "preset");
  if (note === undefined) {
    throw new AppError("not-found", { userMessage: "No preset was applied to this VM." });
  }
  dropNote(note);
  takeBack(document, edit);
}

function presetIdOf(name: string): PresetId {
  const id = presetIds.find((known) => known === name);
  if (id !== undefined) return id;
  throw new AppError("bad-input", {
    userMessage: `There is no preset "${name}". Choose from ${presetIds.join(", ")}.`,
  });
}

function refuseOthers(document: Document) {
  const { type, architecture } = machineOf(document);
  if ((type === "kvm" || type === "qemu") && /^(|x86_64|i[3-6]86)$/.test(architecture)) return;
  throw new AppError("not-supported", {
    userMessage: `Presets are for x86 VMs of QEMU and KVM; this one is ${type} ${architecture}.`.trimEnd(),
  });
}

interface PartPlan {
  part: Part;
  plan: ElementPlan;
}

/** The parts that the preset says something of. */
function partPlans(document: Document, id: PresetId): PartPlan[] {
  const said = presetVm(presetTable[id]);
  const vm = vmSpecificationSchema.parse({ name: "preset", ...said });
  const type = machineOf(document).type === "kvm" ? "kvm" : "qemu";
  const [featureList, clock, power] = featurePlans(vm, type);
  const plans: PartPlan[] = (featureList?.children ?? [])
    .filter(({ name }) => said.features !== undefined && features.includes(name))
    .map((plan) => ({ part: { container: "features", name: plan.name }, plan }));
  if (said.clock !== undefined && clock !== undefined) plans.push(atTop(clock));
  if (power !== undefined) plans.push(atTop(power));
  if (vm.cpu.model.kind === "host-passthrough" && said.cpu?.model !== undefined && type === "kvm") {
    plans.push(atTop({ name: "cpu", attributes: { mode: "host-passthrough" } }));
  }
  if (!vm.memory.balloon) {
    const plan = { name: "memballoon", attributes: { model: "none" } };
    plans.push({ part: { container: "devices", name: "memballoon" }, plan });
  }
  return plans;
}

function atTop(plan: ElementPlan): PartPlan {
  return { part: { container: null, name: plan.name }, plan };
}

/** The part as planned; of a CPU, topology, NUMA cells and features are kept. */
function putPlan(document: Document, part: Part, plan: ElementPlan) {
  const element = ensurePart(document, part);
  const kept = part.name === "cpu" ? ["topology", "numa", "feature", "cache", "maxphysaddr"] : [];
  for (const { name } of Array.from(element.attributes)) element.removeAttribute(name);
  for (const child of childrenOf(element)) if (!kept.includes(child.nodeName)) removeElement(child);
  for (const [name, value] of Object.entries(plan.attributes ?? {})) element.setAttribute(name, value);
  for (const child of plan.children ?? []) appendTo(document, element, child);
}

function appendTo(document: Document, parent: Element, plan: ElementPlan) {
  insertElement(parent, buildElement(document, plan));
}
