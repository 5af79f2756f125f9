import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { inUnit, sizeOf, sizeText } from "../../units/memory-size";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../../xml/xml";
import { deviceElements } from "./device-elements";
import { ensurePart, type Part, partOf } from "./parts";
import { changeReversibly, isNoted, notedText, takeBack } from "./reversible";

const edit = "memory";
const memory: Part = { container: null, name: "memory" };
const currentMemory: Part = { container: null, name: "currentMemory" };
const maxMemory: Part = { container: null, name: "maxMemory" };
const numa: Part = { container: "cpu", name: "numa" };
const parts: Part[] = [
  memory,
  currentMemory,
  maxMemory,
  { ...numa, aspect: { child: "cell", attribute: "memory" } },
  { ...numa, aspect: { child: "cell", attribute: "unit" } },
];

const least = 1024n ** 2n;
/** More than any machine has, and far below what overflows in libvirt. */
const most = 1024n ** 5n;

/**
 * Gives the VM `bytes` of memory, all of it from its start (no balloon); NUMA cells share it as before, and the bound for
 * hot-plugged memory is raised where it has to be. Its own inverse: with the size that the definition had, all is as it
 * was.
 * @throws AppError "bad-input" for a size that no VM has, "conflict" where plugged modules alone are larger.
 */
export function setMemory(document: Document, bytes: bigint): void {
  const noted = notedText(document, edit, memory);
  const now = partOf(document, memory);
  const current = partOf(document, currentMemory);
  if (!isNoted(document, edit) && sizeOf(now) === bytes && (sizeOf(current) ?? bytes) === bytes) return;
  const was = noted == null ? null : sizeOf(parseXml(noted).documentElement);
  const returns = was === bytes && sizeOf(now) !== bytes;
  if (!returns) refuseAbsurd(bytes);
  takeBack(document, edit);
  if (returns && sizeOf(partOf(document, memory)) === bytes) return;
  const before = sizeOf(partOf(document, memory)) ?? 0n;
  changeReversibly(document, {
    edit,
    parts,
    change: (changed) => applyMemory(changed, bytes),
    undo: (changed) => {
      // What would be refused as an edit has to be noted instead.
      if (!isAbsurd(before)) applyMemory(changed, before);
    },
  });
}

function refuseAbsurd(bytes: bigint) {
  if (!isAbsurd(bytes)) return;
  throw new AppError("bad-input", {
    userMessage: `A VM has from ${sizeText(least)} to 1 PiB of memory, not ${sizeText(bytes)}.`,
  });
}

function isAbsurd(bytes: bigint): boolean {
  return bytes < least || bytes > most;
}

function applyMemory(document: Document, bytes: bigint) {
  writeSize(ensurePart(document, memory), bytes);
  const current = partOf(document, currentMemory);
  if (current !== null) writeSize(current, bytes);
  const limit = partOf(document, maxMemory);
  if (limit !== null && (sizeOf(limit) ?? 0n) < bytes) writeSize(limit, bytes);
  shareAmongCells(document, bytes - pluggedMemory(document));
}

function writeSize(element: Element, bytes: bigint) {
  if (sizeOf(element) === bytes) return;
  const { value, unit } = inUnit(bytes, attributeOf(element, "unit"));
  if (textOf(element) !== value) element.textContent = value;
  if (unit !== null) element.setAttribute("unit", unit);
}

/** Modules (`<memory model=…>` among the devices), which libvirt counts into the VM's memory where there are NUMA cells. */
function pluggedMemory(document: Document): bigint {
  return deviceElements(document)
    .filter(({ nodeName }) => nodeName === "memory")
    .reduce((sum, module) => sum + (sizeOf(childOf(module, "target", "size")) ?? 0n), 0n);
}

/** Where there are cells with sizes, their sum is the VM's memory; each keeps its share, in whole MiB, the last has the rest. */
function shareAmongCells(document: Document, bytes: bigint) {
  const cells = childrenOf(partOf(document, numa), "cell").filter((cell) => cell.hasAttribute("memory"));
  const sizes = cells.map((cell) => sizeOf(cell, attributeOf(cell, "memory")) ?? 0n);
  const sum = sizes.reduce((total, size) => total + size, 0n);
  if (cells.length === 0 || sum === 0n || sum === bytes) return;
  if (bytes < BigInt(cells.length) * least) {
    throw new AppError("conflict", {
      userMessage:
        "That is less than the VM's memory modules and NUMA cells need. Remove some of them first.",
    });
  }
  let left = bytes;
  for (const [number, cell] of cells.entries()) {
    const after = BigInt(cells.length - 1 - number) * least;
    const share = (((sizes[number] ?? 0n) * bytes) / sum / least) * least;
    const whole = share < least ? least : share > left - after ? left - after : share;
    const size = after === 0n ? left : whole;
    left -= size;
    const { value, unit } = inUnit(size, attributeOf(cell, "unit"));
    cell.setAttribute("memory", value);
    if (unit !== null) cell.setAttribute("unit", unit);
  }
}
