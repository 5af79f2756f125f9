import type { Document, Element } from "@xmldom/xmldom";
import * as z from "zod";
import { childrenOf, parseXml } from "../xml/xml";

/** How pacemaker writes yes and no. */
export const truth = z.enum(["true", "false"]).transform((text) => text === "true");
/** Of an attribute that older versions lack. */
export const maybeTrue = truth.default(false);

/** An element's attributes, by a schema: whatever it does not name is left out. @throws ZodError where one is missing or odd. */
export function attributesBy<Schema extends z.ZodType>(element: Element, schema: Schema): z.output<Schema> {
  return schema.parse(
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value] as const)),
  );
}

/** All elements called `name` below `parent`, however deep. */
export function allBelow(parent: Element, name: string): Element[] {
  return childrenOf(parent).flatMap((child) =>
    child.nodeName === name ? [child, ...allBelow(child, name)] : allBelow(child, name),
  );
}

/** The root of what a tool wrote. @throws AppError "bad-input" where it is no XML. */
export function rootOf(text: string): Element {
  const document: Document = parseXml(text);
  const root = document.documentElement;
  if (root === null) throw new Error("a document without a root is not well-formed");
  return root;
}

/** Unix milliseconds of a time as pacemaker's tools write it, "2026-12-03 14:16:59Z"; null where it is written otherwise. */
export function timeOf(text: string | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
