import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { cpuSetText, highestCpu, readCpuSet } from "../../units/cpu-set.schema";
import { readNumber } from "../../units/read-number";
import { buildElement } from "../../xml/build-element";
import { insertElement, insertElementBefore, removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf, textOf } from "../../xml/xml";
import { dropEmptyContainer, ensureContainer } from "./containers";
import { vcpuOf } from "./fit-cpus";
import { addNote, dropNote, findNotes } from "./notes";
import { partOf } from "./parts";

/**
 * Pins a vCPU to CPUs of the host, "0-3,8". `unpinVcpu` takes it back, and so does pinning it to the CPUs that it had.
 * @throws AppError "bad-input" for what is no set of CPUs, "not-found" where the VM has no such vCPU.
 */
export function pinVcpu(document: Document, vcpu: number, cpuset: string): void {
  const cpus = cpuSetText(parseCpuSet(cpuset));
  refuseUnknown(document, vcpu);
  const pin = pinOf(document, vcpu);
  if (pin === undefined) insertPin(document, vcpu, cpus);
  else changePin(document, pin, vcpu, cpus);
}

/**
 * Takes a vCPU's pin away, or gives it the one back that it had before `pinVcpu`.
 * @throws AppError "not-found" where it has none.
 */
export function unpinVcpu(document: Document, vcpu: number): void {
  const pin = pinOf(document, vcpu);
  if (pin === undefined) {
    throw new AppError("not-found", { userMessage: `vCPU ${vcpu} is not pinned.` });
  }
  const note = noteOf(document, vcpu);
  const before = note === undefined ? null : attributeOf(note, "cpuset");
  if (note !== undefined) dropNote(note);
  if (before !== null) {
    pin.setAttribute("cpuset", before);
    return;
  }
  removeElement(pin);
  dropEmptyContainer(document, "cputune");
}

function changePin(document: Document, pin: Element, vcpu: number, cpus: string) {
  const note = noteOf(document, vcpu);
  const before = attributeOf(note, "cpuset") ?? attributeOf(pin, "cpuset") ?? "";
  if (note !== undefined && isSame(before, cpus)) {
    pin.setAttribute("cpuset", before);
    dropNote(note);
    return;
  }
  if (note === undefined) {
    addNote(document, { name: "passdeck:pin", attributes: { vcpu: String(vcpu), cpuset: before } });
  }
  if (!isSame(attributeOf(pin, "cpuset") ?? "", cpus)) pin.setAttribute("cpuset", cpus);
}

function insertPin(document: Document, vcpu: number, cpuset: string) {
  const tuning = ensureContainer(document, "cputune");
  const pin = buildElement(document, { name: "vcpupin", attributes: { vcpu: String(vcpu), cpuset } });
  const previous = childrenOf(tuning, "vcpupin").findLast((other) => vcpuOf(other) < vcpu);
  const first = childrenOf(tuning, "vcpupin")[0];
  if (previous === undefined && first !== undefined) insertElementBefore(tuning, pin, first);
  else insertElement(tuning, pin, previous);
}

function refuseUnknown(document: Document, vcpu: number) {
  const count = readNumber(textOf(partOf(document, { container: null, name: "vcpu" })) ?? "1") ?? 1;
  if (Number.isInteger(vcpu) && vcpu >= 0 && vcpu < count) return;
  throw new AppError("not-found", {
    userMessage: `The VM has no vCPU ${vcpu}: it has ${count}, which are counted from 0.`,
  });
}

function pinOf(document: Document, vcpu: number): Element | undefined {
  const tuning = partOf(document, { container: null, name: "cputune" });
  return childrenOf(tuning, "vcpupin").find((pin) => vcpuOf(pin) === vcpu);
}

function noteOf(document: Document, vcpu: number): Element | undefined {
  return findNotes(document, "pin").find((note) => attributeOf(note, "vcpu") === String(vcpu));
}

function isSame(left: string, right: string): boolean {
  return readCpuSet(left)?.join() === readCpuSet(right)?.join();
}

/** As `readCpuSet`; an AppError "bad-input" where it is no set or an empty one. */
function parseCpuSet(text: string): number[] {
  const cpus = readCpuSet(text);
  if (cpus !== null && cpus.length > 0) return cpus;
  throw new AppError("bad-input", {
    userMessage: `"${text}" is no set of CPUs. It is written as in 0-3,8 or 0-7,^2, with CPUs up to ${highestCpu}.`,
  });
}
