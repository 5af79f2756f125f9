import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { readNumber } from "../../units/read-number";
import { insertElement } from "../../xml/white-space";
import { attributeOf, childrenOf, parseXml, textOf } from "../../xml/xml";
import { fitNumaCells, fitTopology, fitTuning, fitVcpuList, vcpuOf } from "./fit-cpus";
import { ensurePart, type Part, partOf, readCopy } from "./parts";
import { changeReversibly, isNoted, notedText, takeBack } from "./reversible";

/** The most that QEMU's machines take; libvirt's own limit is looser. */
const mostVcpus = 8192;
const edit = "vcpus";
const vcpu: Part = { container: null, name: "vcpu" };
const parts: readonly Part[] = [
  vcpu,
  { container: null, name: "vcpus" },
  { container: null, name: "cputune" },
  { container: "cpu", name: "topology" },
  { container: "cpu", name: "numa", aspect: { child: "cell", attribute: "cpus" } },
];

/**
 * Gives the VM `count` vCPUs, all of them there from its start. Topology, NUMA cells and tuning are made to fit. Its
 * own inverse: with the count that the definition had, all of them are again as they were, and so is the number of
 * those that are there from the start.
 * @throws AppError "bad-input" for a count that no VM has.
 */
export function setVcpus(document: Document, count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > mostVcpus) {
    throw new AppError("bad-input", { userMessage: `A VM has 1 to ${mostVcpus} vCPUs, not ${count}.` });
  }
  const noted = isNoted(document, edit);
  const now = vcpusOf(partOf(document, vcpu));
  if (!noted && now.count === count && now.current === null) return;
  const returns = noted && givesBack(document, count);
  if (noted) takeBack(document, edit, bringBackTuning);
  const { count: before, current } = vcpusOf(partOf(document, vcpu));
  if (returns && (before === count || current === count)) return;
  changeReversibly(document, {
    edit,
    parts,
    change: (changed) => applyVcpus(changed, count, before),
    undo: (changed) => applyVcpus(changed, before, count),
  });
}

function applyVcpus(document: Document, count: number, before: number) {
  const element = ensurePart(document, vcpu);
  if (textOf(element) !== String(count)) element.textContent = String(count);
  element.removeAttribute("current");
  fitVcpuList(document, count);
  fitTuning(document, count);
  fitTopology(document, count);
  fitNumaCells(document, count, before);
}

/** Whether the count asks for what was there before: how many there were, or how many of them from the start. */
function givesBack(document: Document, count: number): boolean {
  const text = notedText(document, edit, vcpu);
  if (text === undefined) return false;
  const was = vcpusOf(text === null ? null : parseXml(text).documentElement);
  const now = vcpusOf(partOf(document, vcpu)).count;
  return was.current === count || (was.count === count && now !== count);
}

function vcpusOf(element: Element | null): { count: number; current: number | null } {
  const count = readNumber(textOf(element) ?? "1") ?? 1;
  const current = readNumber(attributeOf(element, "current") ?? "");
  return { count, current };
}

/** Somebody changed `<cputune>` since: only the pins that were taken out are brought back into it. */
function bringBackTuning(now: Element, copy: string) {
  const document = now.ownerDocument;
  if (now.nodeName !== "cputune" || document === null) return;
  const there = new Set(childrenOf(now, "vcpupin").map(vcpuOf));
  for (const pin of childrenOf(readCopy(document, copy), "vcpupin")) {
    if (there.has(vcpuOf(pin))) continue;
    insertElement(now, pin, childrenOf(now, "vcpupin").at(-1));
  }
}
