import { addNote, findNotes } from "../../domain/edit/notes";
import { attributeOf, parseXml, serializeXml } from "../../xml/xml";

const name = "made";

/** A definition that bears `mark` among Passdeck's notes in its `<metadata>`. */
export function withMark(xml: string, mark: string): string {
  const document = parseXml(xml);
  addNote(document, { name: `passdeck:${name}`, attributes: { mark } });
  return serializeXml(document);
}

/** Whether a definition bears `mark`. */
export function hasMark(xml: string, mark: string): boolean {
  return findNotes(parseXml(xml), name).some((note) => attributeOf(note, "mark") === mark);
}
