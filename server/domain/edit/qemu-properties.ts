import type { Document, Element } from "@xmldom/xmldom";
import { namespacedChildren, qemuNamespace } from "../../xml/build-element";
import { attributeOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/** An argument of QEMU's command line that libvirt hands on as it is, with the option before it: "-device", "-set". */
export interface QemuArgument {
  element: Element;
  option: string;
  value: string;
}

/** The arguments behind options, in the definition's order (https://libvirt.org/drvqemu.html). */
export function qemuArguments(document: Document): QemuArgument[] {
  return namespacedChildren(domainOf(document), qemuNamespace, "commandline").flatMap((commandLine) => {
    const all = namespacedChildren(commandLine, qemuNamespace, "arg");
    return all.flatMap((element, place) => {
      const before = all[place - 1];
      const option = before === undefined ? null : attributeOf(before, "value");
      const value = attributeOf(element, "value");
      return option === null || value === null
        ? []
        : [{ element, option: option.replace(/^--/, "-"), value }];
    });
  });
}

/** The properties of a `-device` as QEMU reads them: "driver,addr=0x3,bus=pci.0", or JSON. A comma in a value is written twice. */
export function devicePropertiesOf(value: string): ReadonlyMap<string, string> {
  if (value.trimStart().startsWith("{")) return jsonProperties(value);
  const parts = value.split(/(?<!,),(?!,)/).map((part) => part.replaceAll(",,", ","));
  return new Map(
    parts.map((part, place) => {
      const equals = part.indexOf("=");
      if (equals < 0) return place === 0 ? ["driver", part] : [part, "on"];
      return [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );
}

function jsonProperties(text: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return new Map(entries.map(([name, one]) => [name, String(one)]));
  } catch {
    // QEMU would not take it either.
    return new Map();
  }
}
