import type { Document } from "@xmldom/xmldom";
import { applyPreset, dropPreset } from "../create/presets/preset-edit";
import { attachCard } from "../domain/edit/attach-card";
import { normalAddress } from "../domain/edit/card-functions";
import { detachCard } from "../domain/edit/detach-card";
import { hideKvm, showKvm } from "../domain/edit/hide-kvm";
import { dropHugepages, setHugepages } from "../domain/edit/hugepages";
import { setMemory } from "../domain/edit/memory";
import { pinVcpu, unpinVcpu } from "../domain/edit/pin";
import { setVcpus } from "../domain/edit/vcpus";
import { AppError } from "../errors";
import { parseMemorySize } from "../units/memory-size";

/** An edit as the command line names it, with its value. */
export interface WantedEdit {
  name: "attach" | "detach" | "vcpus" | "memory" | "pin" | "unpin" | "hugepages" | "hideKvm" | "preset";
  value: string | boolean;
}

/** Carries the edits out in the order given, where devices of one slot are one card: it is attached at the first. */
export function applyEdits(document: Document, edits: readonly WantedEdit[]): void {
  for (const edit of inCards(edits)) apply(document, edit.name, edit.values);
}

interface CardEdit {
  name: WantedEdit["name"];
  values: (string | boolean)[];
}

function inCards(edits: readonly WantedEdit[]): CardEdit[] {
  const grouped: CardEdit[] = [];
  for (const { name, value } of edits) {
    const card = name === "attach" || name === "detach" ? slotOf(String(value)) : null;
    const begun = grouped.find(
      (other) => other.name === name && card !== null && slotOf(String(other.values[0])) === card,
    );
    if (begun === undefined) grouped.push({ name, values: [value] });
    else begun.values.push(value);
  }
  return grouped;
}

function slotOf(address: string): string {
  return normalAddress(address).replace(/\.\d$/, "");
}

function apply(document: Document, name: WantedEdit["name"], values: readonly (string | boolean)[]) {
  const texts = values.map(String);
  const [text = ""] = texts;
  switch (name) {
    case "attach":
      return attachCard(
        document,
        texts.map((address) => ({ address: normalAddress(address) })),
        {},
      );
    case "detach":
      detachCard(document, texts);
      return;
    case "vcpus":
      return setVcpus(document, wholeNumber(text, "--vcpus"));
    case "memory":
      return setMemory(document, parseMemorySize(text));
    case "pin":
      return pin(document, text);
    case "unpin":
      return unpinVcpu(document, wholeNumber(text, "--unpin"));
    case "hugepages":
      return values[0] === false ? dropHugepages(document) : setHugepages(document, parseMemorySize(text));
    case "hideKvm":
      return values[0] === false ? showKvm(document) : hideKvm(document);
    case "preset":
      return values[0] === false ? dropPreset(document) : applyPreset(document, text);
  }
}

/** "2=0-3" pins, "2=" takes the pin back. */
function pin(document: Document, text: string) {
  const [, vcpu, cpus] = /^\s*(\d+)\s*=(.*)$/.exec(text) ?? [];
  if (vcpu === undefined || cpus === undefined) {
    throw new AppError("bad-input", {
      userMessage: `"${text}" pins nothing. It is written as in --pin 2=0-3: the vCPU, and the host's CPUs for it.`,
    });
  }
  if (cpus.trim() === "") unpinVcpu(document, wholeNumber(vcpu, "--pin"));
  else pinVcpu(document, wholeNumber(vcpu, "--pin"), cpus);
}

function wholeNumber(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new AppError("bad-input", { userMessage: `${option} takes a whole number, not "${text}".` });
}
