import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, parseXml, serializeXml } from "../xml/xml";
import { attachCard } from "./edit/attach-card";
import type { CardFunction } from "./edit/card-functions";
import { addNote, dropNote, findNotes } from "./edit/notes";

const note = "named-device";

/** A name that a VM asks for. */
export interface NamedWish {
  name: string;
  /** Of a machine that Passdeck started: the card that it got; null where none was given. */
  address: string | null;
}

/**
 * The named devices that a VM gets a card of at each start; a name that stands there twice is asked for twice. libvirt has
 * no such thing, so they stand in our metadata.
 */
export function readNamedDevices(document: Document): NamedWish[] {
  return findNotes(document, note).flatMap((element) => {
    const name = nameIn(element);
    return name === "" ? [] : { name, address: attributeOf(element, "address") };
  });
}

/** As forms have it, which trim what is typed. */
function nameIn(element: Element): string {
  return attributeOf(element, "name")?.trim() ?? "";
}

/** Writes which they are; those that stay are left as they stand. */
export function writeNamedDevices(document: Document, names: readonly string[]): void {
  const missing = [...names];
  for (const element of findNotes(document, note)) {
    const place = missing.indexOf(nameIn(element));
    if (place < 0) dropNote(element);
    else missing.splice(place, 1);
  }
  for (const name of missing) addNote(document, { name: `passdeck:${note}`, attributes: { name } });
}

/** A card that a machine is started with. */
export interface GivenCard {
  name: string;
  functions: readonly CardFunction[];
}

/**
 * The definition for one start, with the cards that were chosen for the names in it: what is saved stays as it is.
 * @throws AppError "conflict" where a card has no place in it, or it has one of them already.
 */
export function withGivenCards(xml: string, cards: readonly GivenCard[]): string {
  const document = parseXml(xml);
  for (const { name, functions } of cards) {
    attachCard(document, functions, {});
    const wish = findNotes(document, note).find(
      (element) => nameIn(element) === name && !element.hasAttribute("address"),
    );
    wish?.setAttribute("address", functions[0]?.address ?? "");
  }
  return serializeXml(document);
}
