import type { Document, Element } from "@xmldom/xmldom";
import { inUnit, sizeOf } from "../../units/memory-size";
import { buildElement } from "../../xml/build-element";
import { isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf, textOf } from "../../xml/xml";
import { dropEmptyContainer, ensureContainer } from "../edit/containers";
import { insertChild } from "./element-order";
import type { Field, Values } from "./field.schema";
import { readHugepages, writeHugepages } from "./hugepages";
import type { Part } from "./part";
import { type Place, placeOf, type Step } from "./place";

/** What an element says of each field; null where it is silent. */
export function readValues(element: Element, fields: readonly Field[]): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [field.name, readValue(element, field)]));
}

/** Has an element say each of the values, and leaves alone what it says already. */
export function writeValues(element: Element, fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    const value = values[field.name];
    if (value !== undefined && value !== readValue(element, field)) writeValue(element, field, value);
  }
}

function readValue(element: Element, field: Field): string | null {
  const { steps, states } = placeOf(field.at);
  const found = steps.reduce<Element | null>(stepInto, element);
  if (found === null) return null;
  if (found.nodeName === "hugepages") return readHugepages(found);
  if (field.input.kind === "size") return sizeOf(found)?.toString() ?? null;
  if (states === "presence") return "yes";
  return states === "text" ? textOf(found) : attributeOf(found, states.attribute);
}

function writeValue(element: Element, field: Field, value: string | null) {
  const place = placeOf(field.at);
  if (value === null) clear(element, place, field.input.kind === "size" ? ["unit"] : []);
  else if (place.steps.at(-1)?.element === "hugepages") writeHugepages(reach(element, place.steps), value);
  else if (field.input.kind === "size") writeSize(reach(element, place.steps), BigInt(value));
  else putValue(element, place, value);
}

/** Puts a value at a place, with the elements that it takes. */
export function putValue(element: Element, { steps, states }: Place, value: string): void {
  const found = reach(element, steps);
  if (states === "text") found.textContent = value;
  else if (states !== "presence") found.setAttribute(states.attribute, value);
}

/** What a size without a unit means differs from element to element: a new one has its unit. */
function writeSize(element: Element, bytes: bigint) {
  const { value, unit } = inUnit(bytes, attributeOf(element, "unit") ?? (isBare(element) ? "KiB" : null));
  element.textContent = value;
  if (unit !== null) element.setAttribute("unit", unit);
}

/**
 * Takes a value out, and the elements that are left with nothing to say.
 * @param explaining Attributes that say something of the value alone.
 */
function clear(element: Element, { steps, states }: Place, explaining: readonly string[]) {
  const way = pathOf(element, steps);
  const last = way.at(-1);
  if (last === undefined || way.length <= steps.length) return;
  for (const name of explaining) last.removeAttribute(name);
  if (states === "presence" || (states === "text" && last.attributes.length === 0)) take(last);
  else if (states === "text") last.textContent = "";
  else last.removeAttribute(states.attribute);
  for (let depth = way.length - 1; depth > 0; depth -= 1) {
    const [one, step] = [way[depth], steps[depth - 1]];
    if (one === undefined || step === undefined || one.parentNode === null || !isSilent(one, step)) continue;
    take(one);
  }
}

/** The parts of a domain know whether an empty one was there before us. */
function take(element: Element) {
  const document = element.ownerDocument;
  const isPart = element.parentNode === document?.documentElement && element.attributes.length === 0;
  if (document != null && isPart && isBare(element)) dropEmptyContainer(document, element.nodeName);
  else removeElement(element);
}

/** Takes an element out, or one attribute of it, and what is then left with nothing to say around it below `root`. */
export function dropPart(root: Element, { element, attribute }: Part): void {
  const parent = element.parentNode as Element;
  if (attribute === null) take(element);
  else element.removeAttribute(attribute);
  let left = attribute === null ? parent : element;
  while (left !== root && left.attributes.length === 0 && isBare(left)) {
    const around = left.parentNode as Element;
    take(left);
    left = around;
  }
}

function isSilent(element: Element, { where }: Step): boolean {
  const said = Array.from(element.attributes, ({ name }) => name).filter((name) => !(name in where));
  return said.length === 0 && isBare(element);
}

/** What stands at a place; null where nothing does. */
export function partAt(element: Element, { steps, states }: Place): Part | null {
  const found = steps.reduce<Element | null>(stepInto, element);
  if (found === null) return null;
  if (typeof states === "string") return { element: found, attribute: null };
  const { attribute } = states;
  return found.hasAttribute(attribute) ? { element: found, attribute } : null;
}

/** The elements on the way to a place, from the first on, as far as they are there. */
function pathOf(element: Element, steps: readonly Step[]): Element[] {
  const way = [element];
  for (const step of steps) {
    const next = stepInto(way.at(-1) ?? null, step);
    if (next === null) break;
    way.push(next);
  }
  return way;
}

function stepInto(element: Element | null, { element: name, where }: Step): Element | null {
  const wanted = Object.entries(where);
  const fits = (child: Element) => wanted.every(([key, value]) => attributeOf(child, key) === value);
  return childrenOf(element, name).find(fits) ?? null;
}

/** The element at the end of the way, made where it is not there. */
function reach(element: Element, steps: readonly Step[]): Element {
  return steps.reduce((parent, step) => stepInto(parent, step) ?? make(parent, step), element);
}

function make(parent: Element, { element: name, where }: Step): Element {
  const document = documentOf(parent);
  if (parent === document.documentElement && parent.nodeName === "domain")
    return ensureContainer(document, name);
  const child = buildElement(document, { name, attributes: where });
  insertChild(parent, child);
  return child;
}

function documentOf(element: Element): Document {
  if (element.ownerDocument === null) throw new Error("An element without a document can't be edited.");
  return element.ownerDocument;
}
