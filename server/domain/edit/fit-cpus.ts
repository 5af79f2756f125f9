import type { Document, Element } from "@xmldom/xmldom";
import { cpuSetText, readCpuSet } from "../../units/cpu-set.schema";
import { readNumber } from "../../units/read-number";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf } from "../../xml/xml";
import { partOf } from "./parts";

/** `<topology>` with as many CPUs as the VM has, which libvirt insists on: its inner levels are kept where they divide it. */
export function fitTopology(document: Document, count: number) {
  const topology = partOf(document, { container: "cpu", name: "topology" });
  if (topology === null) return;
  const now = (name: string) => readNumber(attributeOf(topology, name) ?? "1") ?? 1;
  const levels = ["threads", "cores", "clusters", "dies", "sockets"];
  if (levels.reduce((product, level) => product * now(level), 1) === count) return;
  const inner = levels.filter(
    (level) => level !== "cores" && level !== "sockets" && topology.hasAttribute(level),
  );
  for (const level of inner) if (count % now(level) !== 0) topology.setAttribute(level, "1");
  const fixed = inner.reduce((product, level) => product * now(level), 1);
  for (const level of count % fixed === 0 ? [] : inner) topology.setAttribute(level, "1");
  const each = count % fixed === 0 ? count / fixed : count;
  const sockets = each % now("sockets") === 0 ? now("sockets") : 1;
  topology.setAttribute("sockets", String(sockets));
  topology.setAttribute("cores", String(each / sockets));
}

/** `<numa>` whose cells name no vCPU that is not there; new ones go to the last cell. */
export function fitNumaCells(document: Document, count: number, before: number) {
  const cells = childrenOf(partOf(document, { container: "cpu", name: "numa" }), "cell");
  for (const [number, cell] of cells.entries()) {
    const cpus = readCpuSet(attributeOf(cell, "cpus") ?? "");
    if (cpus === null) continue;
    const fitting = cpus.filter((cpu) => cpu < count);
    if (number === cells.length - 1) for (let cpu = before; cpu < count; cpu += 1) fitting.push(cpu);
    if (fitting.length === 0) cell.removeAttribute("cpus");
    else if (cpuSetText(fitting) !== cpuSetText(cpus)) cell.setAttribute("cpus", cpuSetText(fitting));
  }
}

/** `<cputune>` without what is about vCPUs that are not there. */
export function fitTuning(document: Document, count: number) {
  for (const child of childrenOf(partOf(document, { container: null, name: "cputune" }))) {
    if (child.nodeName === "vcpupin" && vcpuOf(child) >= count) removeElement(child);
    if (["vcpusched", "cachetune", "memorytune"].includes(child.nodeName)) fitSet(child, count);
  }
}

/** `<vcpus>`, the list of single vCPUs, without those that are not there; dropped where it would miss some. */
export function fitVcpuList(document: Document, count: number) {
  const list = partOf(document, { container: null, name: "vcpus" });
  if (list === null) return;
  const entries = childrenOf(list, "vcpu");
  if (entries.length < count) return removeElement(list);
  for (const entry of entries)
    if ((readNumber(attributeOf(entry, "id") ?? "") ?? 0) >= count) removeElement(entry);
}

export function vcpuOf(pin: Element): number {
  return readNumber(attributeOf(pin, "vcpu") ?? "") ?? -1;
}

/** Cuts the vCPUs of an element, and of the monitors in it, to those that are there; takes it out where none is left. */
function fitSet(element: Element, count: number) {
  for (const monitor of childrenOf(element, "monitor")) fitSet(monitor, count);
  const cpus = readCpuSet(attributeOf(element, "vcpus") ?? "");
  if (cpus === null || cpus.every((cpu) => cpu < count)) return;
  const fitting = cpus.filter((cpu) => cpu < count);
  if (fitting.length === 0) removeElement(element);
  else element.setAttribute("vcpus", cpuSetText(fitting));
}
