import { createHash } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { childrenOf, textOf } from "./xml";

/** Stands for what a device is, whatever its white space, the order of its attributes, and where libvirt put it. */
export function digestOf(device: Element): string {
  return createHash("sha256")
    .update(JSON.stringify(contentOf(device)))
    .digest("hex")
    .slice(0, 16);
}

function contentOf(element: Element): unknown[] {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort();
  const children = childrenOf(element);
  return [element.nodeName, attributes, children.length === 0 ? textOf(element) : children.map(contentOf)];
}
