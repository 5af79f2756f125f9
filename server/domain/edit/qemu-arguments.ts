import type { Document, Element } from "@xmldom/xmldom";
import { buildElement, namespacedChildren, qemuNamespace } from "../../xml/build-element";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/** Adds arguments to QEMU's command line, for what libvirt has no element for (https://libvirt.org/drvqemu.html). */
export function addQemuArguments(document: Document, values: readonly string[]): void {
  const domain = domainOf(document);
  const found = namespacedChildren(domain, qemuNamespace, "commandline")[0];
  const commandLine = found ?? buildElement(document, { name: "qemu:commandline" });
  if (found === undefined) insertElement(domain, commandLine);
  for (const value of values) {
    insertElement(commandLine, buildElement(document, { name: "qemu:arg", attributes: { value } }));
  }
}

/** Takes arguments out that stand one after the other; nothing where they don't. */
export function dropQemuArguments(document: Document, values: readonly string[]): void {
  for (const commandLine of namespacedChildren(domainOf(document), qemuNamespace, "commandline")) {
    const found = runOf(namespacedChildren(commandLine, qemuNamespace, "arg"), values);
    for (const argument of found.toReversed()) removeElement(argument);
    if (found.length > 0 && isBare(commandLine)) removeElement(commandLine);
    if (found.length > 0) return;
  }
}

function runOf(all: readonly Element[], values: readonly string[]): Element[] {
  for (const start of all.keys()) {
    const run = all.slice(start, start + values.length);
    const texts = run.map((argument) => attributeOf(argument, "value"));
    if (run.length === values.length && texts.every((text, place) => text === values[place])) return run;
  }
  return [];
}
