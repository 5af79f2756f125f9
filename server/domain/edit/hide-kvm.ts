import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { buildElement } from "../../xml/build-element";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import { ensurePart, type Part, partOf, removePart } from "./parts";
import { changeReversibly, isNoted, takeBack } from "./reversible";

const edit = "hide-kvm";
const kvm: Part = { container: "features", name: "kvm" };

/**
 * Keeps KVM's signature from the guest's CPUID, for drivers that refuse to run in a VM (NVIDIA before 465, "Error 43").
 * `showKvm` is the inverse. https://libvirt.org/formatdomain.html#hypervisor-features
 */
export function hideKvm(document: Document): void {
  takeBack(document, edit);
  changeReversibly(document, { edit, parts: [kvm], change: applyHidden, undo: dropHidden });
}

/**
 * Shows KVM to the guest, or leaves it as it was before `hideKvm`.
 * @throws AppError "not-found" where it is not hidden.
 */
export function showKvm(document: Document): void {
  if (isNoted(document, edit)) takeBack(document, edit);
  else if (childOf(partOf(document, kvm), "hidden") !== null) dropHidden(document);
  else throw new AppError("not-found", { userMessage: "KVM is not hidden from this VM." });
}

function applyHidden(document: Document) {
  const element = ensurePart(document, kvm);
  const hidden = childOf(element, "hidden");
  if (hidden === null) {
    insertElement(element, buildElement(document, { name: "hidden", attributes: { state: "on" } }));
  } else if (attributeOf(hidden, "state") !== "on") hidden.setAttribute("state", "on");
}

function dropHidden(document: Document) {
  const element = partOf(document, kvm);
  const hidden = childOf(element, "hidden");
  if (hidden !== null) removeElement(hidden);
  if (element !== null && isBare(element)) removePart(document, kvm);
}
