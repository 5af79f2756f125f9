import type { Document } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { changes, type ValueChange } from "../devices/device-edits";
import type { Values } from "../fields/field.schema";
import { partWords } from "../fields/part";

/** The features that the form shows, which stay with any model. */
const shown = (values: Values) =>
  Object.keys(values).flatMap((name) => (name.startsWith("feature-") ? name.slice("feature-".length) : []));

/**
 * What of `<cpu>` belongs to its model goes with it: a named model's vendor, and the features that make the named model out of
 * it. The host's address width can be passed through only where its CPU is
 * (https://libvirt.org/formatdomain.html#cpu-model-and-topology).
 */
export function fitCpu(document: Document, change: ValueChange): string[] {
  const { now, to } = change;
  const cpu = childOf(document.documentElement, "cpu");
  if (cpu === null || !["mode", "model"].some((name) => changes(change, name))) return [];
  const all = { ...now, ...to };
  const gone: string[] = [];
  const drop = (name: string, isMeant: (attribute: (name: string) => string | null) => boolean) => {
    for (const child of childrenOf(cpu, name)) {
      if (!isMeant((attribute) => attributeOf(child, attribute))) continue;
      gone.push(
        name === "feature"
          ? `the feature ${attributeOf(child, "name")}`
          : partWords({ element: child, attribute: null }),
      );
      removeElement(child);
    }
  };
  const dropAttribute = (attribute: string) => {
    if (!cpu.hasAttribute(attribute)) return;
    gone.push(partWords({ element: cpu, attribute }));
    cpu.removeAttribute(attribute);
  };
  if (changes(change, "mode") || changes(change, "model")) drop("vendor", () => true);
  if (changes(change, "mode") && isNamed(now.mode) !== isNamed(all.mode)) {
    dropAttribute("check");
    dropAttribute("match");
    if (!isNamed(all.mode)) {
      drop("model", () => true);
      const kept = shown(now);
      drop("feature", (attribute) => !kept.includes(attribute("name") ?? ""));
    }
  }
  if (isOfHost(all.mode)) return gone;
  drop("maxphysaddr", (attribute) => attribute("mode") === "passthrough");
  return gone;
}

function isNamed(mode: string | null | undefined): boolean {
  return mode == null || mode === "custom";
}

function isOfHost(mode: string | null | undefined): boolean {
  return mode === "host-passthrough" || mode === "maximum";
}
