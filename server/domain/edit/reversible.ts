import { createHash } from "node:crypto";
import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, parseXml, serializeXml } from "../../xml/xml";
import { addNote, dropNote, findNotes } from "./notes";
import { aspectOf, copyPart, type Part, type PartCopy, partOf, putPart } from "./parts";

/** A change of some parts of a definition that can be taken back. */
export interface ReversibleChange {
  /** "vcpus", "memory" …: what its notes are found by. */
  edit: string;
  parts: readonly Part[];
  change(document: Document): void;
  /** What a user would do to take it back, as if there were no notes. */
  undo(document: Document): void;
}

/**
 * Carries out a change so that it can be taken back exactly. Where undoing it plainly gives the document back, that is
 * all; where it would not, since the change drops something, the parts are noted as they were.
 */
export function changeReversibly(document: Document, { edit, parts, change, undo }: ReversibleChange) {
  const before = serializeXml(document);
  const copies = parts.map((part) => copyPart(document, part));
  change(document);
  const again = parseXml(serializeXml(document));
  undo(again);
  if (serializeXml(again) === before) return;
  for (const [number, part] of parts.entries()) {
    const copy = copies[number] ?? null;
    const untouched = [document, again].every((one) => copyPart(one, part)?.text === copy?.text);
    if (!untouched) noteBefore(document, edit, part, copy);
  }
}

/** Whether there are notes of how things were before the edit. */
export function isNoted(document: Document, edit: string): boolean {
  return notesOf(document, edit).length > 0;
}

/** The part as it was before the edit; undefined where it is not noted, null where there was none. */
export function notedText(document: Document, edit: string, part: Part): string | null | undefined {
  const note = notesOf(document, edit).find((found) => isAbout(found, part));
  return note && (note.hasAttribute("absent") ? null : (note.textContent ?? ""));
}

/**
 * Puts the parts back as they were before the edit, and drops the notes. What somebody else has changed since stays;
 * `merge` may bring back into it what the edit took out.
 */
export function takeBack(document: Document, edit: string, merge?: (now: Element, copy: string) => void) {
  for (const note of notesOf(document, edit)) {
    const part = partOfNote(note);
    const text = note.hasAttribute("absent") ? null : (note.textContent ?? "");
    const now = partOf(document, part);
    const index = Number(attributeOf(note, "index") ?? 0);
    if (attributeOf(note, "left") === digest(now, part))
      putPart(document, part, text === null ? null : { text, index });
    else if (now !== null && text !== null) merge?.(now, text);
    dropNote(note);
  }
}

function notesOf(document: Document, edit: string): Element[] {
  return findNotes(document, "before").filter((note) => attributeOf(note, "edit") === edit);
}

function noteBefore(document: Document, edit: string, part: Part, copy: PartCopy | null) {
  const attributes: Record<string, string> = { edit, part: part.name };
  if (part.container !== null) attributes.in = part.container;
  if (copy === null) attributes.absent = "yes";
  else attributes.index = String(copy.index);
  if (part.aspect !== undefined) attributes.aspect = `${part.aspect.child} ${part.aspect.attribute}`;
  attributes.left = digest(partOf(document, part), part);
  addNote(document, { name: "passdeck:before", attributes, ...(copy === null ? {} : { text: copy.text }) });
}

function partOfNote(note: Element): Part {
  const part = { container: attributeOf(note, "in"), name: attributeOf(note, "part") ?? "" };
  const [child, attribute] = attributeOf(note, "aspect")?.split(" ") ?? [];
  return child === undefined || attribute === undefined ? part : { ...part, aspect: { child, attribute } };
}

function isAbout(note: Element, part: Part): boolean {
  const { container, name } = partOfNote(note);
  return container === part.container && name === part.name;
}

/** Stands for what an element says, whatever its white space and the order of its attributes. */
function digest(element: Element | null, { aspect }: Part): string {
  const whole = () => (element === null ? "" : contentOf(element));
  const said = element !== null && aspect !== undefined ? aspectOf(element, aspect) : whole();
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
}

function contentOf(element: Element): unknown[] {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort();
  const content: unknown[] = [];
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 1) content.push(contentOf(node as Element));
    const text = node.nodeType === 3 || node.nodeType === 4 ? (node.nodeValue ?? "").trim() : "";
    if (text !== "") content.push(text);
  }
  return [element.nodeName, attributes, content];
}
