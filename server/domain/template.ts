import type { Document } from "@xmldom/xmldom";
import { addNote, dropNote, findNotes } from "./edit/notes";

const note = "template";

/** Whether the VM is marked as a template: one that others are cloned from. */
export function isTemplate(document: Document): boolean {
  return findNotes(document, note).length > 0;
}

/** Marks a VM as a template in our metadata, or takes the mark away. What is so already stays as it is. */
export function markTemplate(document: Document, template: boolean): void {
  const [found] = findNotes(document, note);
  if (template && found === undefined) addNote(document, { name: `passdeck:${note}` });
  if (!template && found !== undefined) dropNote(found);
}
