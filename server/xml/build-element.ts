import type { Document, Element } from "@xmldom/xmldom";
import type { ElementPlan } from "./build-xml";

export const qemuNamespace = "http://libvirt.org/schemas/domain/qemu/1.0";
/** Passdeck's notes on a VM; libvirt keeps what stands in `<metadata>` under a namespace of its own. */
export const passdeckNamespace = "urn:passdeck:vm:1";

const namespaces: Record<string, string> = { qemu: qemuNamespace, passdeck: passdeckNamespace };

/** A new element of `document` as planned; the prefixes `qemu:` and `passdeck:` stand for their namespaces. */
export function buildElement(document: Document, plan: ElementPlan): Element {
  const prefix = /^(\w+):/.exec(plan.name)?.[1];
  const namespace = prefix === undefined ? undefined : namespaces[prefix];
  const element = namespace
    ? document.createElementNS(namespace, plan.name)
    : document.createElement(plan.name);
  for (const [name, value] of Object.entries(plan.attributes ?? {})) element.setAttribute(name, value);
  if (plan.text !== undefined) element.appendChild(document.createTextNode(plan.text));
  for (const child of plan.children ?? []) element.appendChild(buildElement(document, child));
  return element;
}

/** The child elements of `parent` in a namespace of ours, whatever their prefix is. */
export function namespacedChildren(parent: Element | null, namespace: string, localName: string): Element[] {
  return Array.from(parent?.childNodes ?? []).filter(
    (node): node is Element =>
      isElement(node) && node.namespaceURI === namespace && node.localName === localName,
  );
}

function isElement(node: { nodeType: number }): node is Element {
  return node.nodeType === 1;
}
