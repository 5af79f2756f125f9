import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { changes, type ValueChange } from "../devices/device-edits";
import { domainOf } from "../edit/domain-root";
import type { Values } from "../fields/field.schema";
import { type Part, partWords } from "../fields/part";
import { dropPart } from "../fields/values";

/**
 * What of `<cpu>` belongs to its model goes with it: a named model's vendor, how the host's CPU is compared with it, and
 * the features that tell the VM's CPU from it. The host's address width can be passed through only where its CPU is
 * (https://libvirt.org/formatdomain.html#cpu-model-and-topology).
 */
export function fitCpu(document: Document, change: ValueChange): string[] {
  const cpu = childOf(document.documentElement, "cpu");
  if (cpu === null || !["mode", "model"].some((name) => changes(change, name))) return [];
  const parts = partsOfModel(cpu, change);
  const words = parts.map(wordsOf);
  for (const part of parts) dropPart(domainOf(document), part);
  return words;
}

function partsOfModel(cpu: Element, { now, to }: ValueChange): Part[] {
  const mode = "mode" in to ? to.mode : now.mode;
  const another = isNamed(now.mode) !== isNamed(mode);
  const isOfNamed = another && !isNamed(mode);
  const kept = shownFeatures(now);
  const goes = (child: Element): boolean => {
    switch (child.nodeName) {
      case "vendor":
        return true;
      case "model":
        return isOfNamed;
      case "feature":
        return isOfNamed && !kept.includes(attributeOf(child, "name") ?? "");
      case "maxphysaddr":
        return attributeOf(child, "mode") === "passthrough" && !isOfHost(mode);
      default:
        return false;
    }
  };
  const compared = another ? ["check", "match"].filter((name) => cpu.hasAttribute(name)) : [];
  return [
    ...compared.map((attribute): Part => ({ element: cpu, attribute })),
    ...childrenOf(cpu)
      .filter(goes)
      .map((element): Part => ({ element, attribute: null })),
  ];
}

/** The features that the form shows, which stay with any model. */
function shownFeatures(values: Values): string[] {
  return Object.keys(values).flatMap((name) => /^feature-(.+)$/.exec(name)?.[1] ?? []);
}

function wordsOf(part: Part): string {
  const { element } = part;
  return element.nodeName === "feature" ? `the feature ${attributeOf(element, "name")}` : partWords(part);
}

function isNamed(mode: string | null | undefined): boolean {
  return mode == null || mode === "custom";
}

function isOfHost(mode: string | null | undefined): boolean {
  return mode === "host-passthrough" || mode === "maximum";
}
