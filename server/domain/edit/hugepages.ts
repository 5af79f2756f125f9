import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { sizeOf, sizeText } from "../../units/memory-size";
import { buildElement } from "../../xml/build-element";
import { insertElement, removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf } from "../../xml/xml";
import { ensurePart, type Part, partOf, removePart } from "./parts";
import { changeReversibly, isNoted, takeBack } from "./reversible";

const edit = "hugepages";
const hugepages: Part = { container: "memoryBacking", name: "hugepages" };
const kib = 1024n;

/**
 * Backs the VM's memory with huge pages of `bytes` each. `dropHugepages` is the inverse.
 * @throws AppError "bad-input" for a size that no page has.
 */
export function setHugepages(document: Document, bytes: bigint): void {
  if (bytes < 16n * kib || bytes > 16n * kib ** 3n || (bytes & (bytes - 1n)) !== 0n) {
    throw new AppError("bad-input", {
      userMessage: `No processor has pages of ${sizeText(bytes)}. Common are 2MiB and 1GiB.`,
    });
  }
  takeBack(document, edit);
  changeReversibly(document, {
    edit,
    parts: [hugepages],
    change: (changed) => applyHugepages(changed, bytes),
    undo: (changed) => removePart(changed, hugepages),
  });
}

/** Takes the huge pages away, or gives the VM those back that it had before `setHugepages`. */
export function dropHugepages(document: Document): void {
  if (isNoted(document, edit)) takeBack(document, edit);
  else if (partOf(document, hugepages) !== null) removePart(document, hugepages);
  else throw new AppError("not-found", { userMessage: "The VM's memory has no huge pages." });
}

function applyHugepages(document: Document, bytes: bigint) {
  const element = ensurePart(document, hugepages);
  const pages = childrenOf(element, "page");
  if (pages.length === 1 && sizeOf(pages[0] ?? null, attributeOf(pages[0], "size")) === bytes) return;
  for (const page of pages) removeElement(page);
  insertElement(element, buildElement(document, { name: "page", attributes: pageAttributes(bytes) }));
}

function pageAttributes(bytes: bigint): Record<string, string> {
  const [size = "", unit = ""] = sizeText(bytes).split(" ");
  return { size, unit };
}
