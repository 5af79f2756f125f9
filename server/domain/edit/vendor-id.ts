import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { buildElement } from "../../xml/build-element";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import { ensurePart, type Part, partOf, removePart } from "./parts";
import { changeReversibly, isNoted, takeBack } from "./reversible";

const edit = "vendor-id";
const hyperv: Part = { container: "features", name: "hyperv" };

/**
 * Gives the hypervisor another name towards the guest (Hyper-V's vendor_id), for drivers that look for known ones.
 * `dropVendorId` is the inverse.
 * @param value 1 to 12 letters and digits, as much as CPUID holds.
 * @throws AppError "bad-input" for another text.
 */
export function setVendorId(document: Document, value: string): void {
  if (!/^[A-Za-z0-9]{1,12}$/.test(value)) {
    throw new AppError("bad-input", { userMessage: "A hypervisor's name has 1 to 12 letters and digits." });
  }
  takeBack(document, edit);
  changeReversibly(document, {
    edit,
    parts: [hyperv],
    change: (changed) => applyVendorId(changed, value),
    undo: dropPlainly,
  });
}

/**
 * Takes the name away, or gives the one back that was there before `setVendorId`.
 * @throws AppError "not-found" where there is none.
 */
export function dropVendorId(document: Document): void {
  if (isNoted(document, edit)) takeBack(document, edit);
  else if (childOf(partOf(document, hyperv), "vendor_id") !== null) dropPlainly(document);
  else throw new AppError("not-found", { userMessage: "The VM has no name of its own for its hypervisor." });
}

function applyVendorId(document: Document, value: string) {
  const element = ensurePart(document, hyperv);
  const found = childOf(element, "vendor_id");
  if (found === null) {
    const attributes = { state: "on", value };
    insertElement(element, buildElement(document, { name: "vendor_id", attributes }));
    return;
  }
  if (attributeOf(found, "state") !== "on") found.setAttribute("state", "on");
  if (attributeOf(found, "value") !== value) found.setAttribute("value", value);
}

function dropPlainly(document: Document) {
  const element = partOf(document, hyperv);
  const found = childOf(element, "vendor_id");
  if (found !== null) removeElement(found);
  if (element !== null && isBare(element)) removePart(document, hyperv);
}
