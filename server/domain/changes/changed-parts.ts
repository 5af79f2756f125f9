import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { childrenOf, parseXml, textOf } from "../../xml/xml";
import { deviceName, partName } from "./part-names";

/** A part of a definition that differs from another definition's. */
export interface ChangedPart {
  /** "memory", "disk vda", "<launchSecurity>" */
  part: string;
  how: "added" | "removed" | "changed";
}

/** What differs between two definitions, part by part, in the order of the later one; what went comes last. */
export function changedParts(before: string, after: string): ChangedPart[] {
  const [old, next] = [partsOf(parseXml(before)), partsOf(parseXml(after))];
  const kept = [...next].flatMap(([part, content]): ChangedPart[] => {
    if (!old.has(part)) return [{ part, how: "added" }];
    return old.get(part) === content ? [] : [{ part, how: "changed" }];
  });
  const gone = [...old.keys()].filter((part) => !next.has(part));
  return [...kept, ...gone.map((part): ChangedPart => ({ part, how: "removed" }))];
}

/** More than these are not named one by one. */
const namedAtMost = 4;

/** What differs, in a line: "disk vdb added, memory changed". Empty where nothing does but how it is written. */
export function describeChange(before: string, after: string): string {
  const parts = changedPartsOrNull(before, after)?.map(({ part, how }) => `${part} ${how}`);
  if (parts === undefined) return "what can’t be told, as one of both can’t be read";
  const more = parts.length - namedAtMost;
  return [...parts.slice(0, namedAtMost), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** As {@link changedParts}; null where one of both can't be read. */
function changedPartsOrNull(before: string, after: string): ChangedPart[] | null {
  try {
    return changedParts(before, after);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The content of each part, by name. What bears the same name (two watchdogs) is told apart by its place. */
function partsOf(document: Document): Map<string, string> {
  const parts = new Map<string, string>();
  const put = (name: string, element: Element) => {
    let unique = name;
    for (let place = 2; parts.has(unique); place += 1) unique = `${name} ${place}`;
    parts.set(unique, contentOf(element));
  };
  for (const element of childrenOf(document.documentElement)) {
    if (element.nodeName === "devices")
      for (const device of childrenOf(element)) put(deviceName(device), device);
    else put(partName(element), element);
  }
  return parts;
}

/** Stands for what an element says: white space between elements, comments and the order of attributes do not count. */
function contentOf(element: Element): string {
  return JSON.stringify(meaningOf(element));
}

type Meaning = [name: string, attributes: string[], content: Meaning[] | string | null];

function meaningOf(element: Element): Meaning {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort();
  const children = childrenOf(element);
  return [element.nodeName, attributes, children.length > 0 ? children.map(meaningOf) : textOf(element)];
}
