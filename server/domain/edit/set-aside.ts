import type { Document, Element } from "@xmldom/xmldom";
import { readNumber } from "../../units/read-number";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf } from "../../xml/xml";
import { ensureContainer } from "./containers";
import { addNote, dropNote, findNotes } from "./notes";
import { copyText, insertAt, readCopy } from "./parts";

/** Takes devices out of the definition for as long as an edit is in force: each is noted whole, with its place. */
export function setAside(document: Document, edit: string, devices: readonly Element[]): void {
  for (const device of devices) {
    const place = childrenOf(device.parentNode as Element).indexOf(device);
    const attributes = { edit, index: String(place) };
    addNote(document, { name: "passdeck:aside", attributes, text: copyText(device) });
    removeElement(device);
  }
}

/**
 * Puts the devices back that an edit has set aside, and drops the notes.
 * @param isWanted Which of them: those for which somebody has found another one meanwhile stay away.
 */
export function bringBack(document: Document, edit: string, isWanted: (device: Element) => boolean): void {
  const notes = findNotes(document, "aside").filter((note) => attributeOf(note, "edit") === edit);
  const found = notes.map((note) => ({
    note,
    device: readCopy(document, note.textContent ?? ""),
    place: readNumber(attributeOf(note, "index") ?? "") ?? Number.POSITIVE_INFINITY,
  }));
  const wanted = found.filter(({ device }) => isWanted(device));
  // The latest first, as each place counts what was there when it was set aside.
  for (const { device, place } of wanted.toReversed())
    insertAt(ensureContainer(document, "devices"), device, place);
  for (const { note } of found) dropNote(note);
}
