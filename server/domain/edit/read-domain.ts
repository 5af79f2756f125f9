import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { isSizeUnit, sizeOf } from "../../units/memory-size";
import { readNumber } from "../../units/read-number";
import { attributeOf, childrenOf, parseXml } from "../../xml/xml";

/**
 * Reads a definition that is to be edited. What libvirt would not take for a VM's definition either is an AppError
 * "bad-input" with line and reason; what libvirt merely does not know is kept.
 */
export function readDomain(text: string): Document {
  const document = parseXml(text);
  const root = document.documentElement;
  if (root === null) throw invalid(null, "it is empty");
  if (root.nodeName !== "domain") throw invalid(root, `its root is <${root.nodeName}>, not <domain>`);
  if (root.namespaceURI) throw invalid(root, `<domain> is in the foreign namespace ${root.namespaceURI}`);
  if (!attributeOf(root, "type")) throw invalid(root, "<domain> has no type, as in type='kvm'");
  checkName(root);
  checkCounts(root);
  return document;
}

function checkName(root: Element) {
  const [name, second] = childrenOf(root, "name");
  if (name === undefined) throw invalid(root, "the VM has no <name>");
  if (second !== undefined) throw invalid(second, "the VM has a second <name>");
  if ((name.textContent ?? "").trim() === "") throw invalid(name, "<name> is empty");
}

function checkCounts(root: Element) {
  for (const vcpu of childrenOf(root, "vcpu")) {
    const text = (vcpu.textContent ?? "").trim();
    if (text !== "" && !(Number(readNumber(text)) > 0))
      throw invalid(vcpu, `<vcpu> has "${text}" for a number`);
  }
  for (const name of ["memory", "currentMemory", "maxMemory"]) {
    for (const size of childrenOf(root, name)) {
      const unit = attributeOf(size, "unit");
      if (unit !== null && !isSizeUnit(unit))
        throw invalid(size, `<${name}> has "${unit}" for a unit; libvirt knows KiB, MiB, GiB and the like`);
      if (sizeOf(size) === null)
        throw invalid(size, `<${name}> has "${size.textContent?.trim()}" for a size`);
    }
  }
}

function invalid(element: Element | null, why: string): AppError {
  const line = element?.lineNumber;
  const where = line === undefined ? "" : `line ${line}: `;
  return new AppError("bad-input", { userMessage: `This is no VM's definition: ${where}${why}.` });
}
