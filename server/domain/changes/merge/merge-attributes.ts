import type { Attr, Element } from "@xmldom/xmldom";
import type { Referee } from "./conflict";
import { attributesOf, tagText } from "./nodes";
import { attributePath, type Path } from "./path";
import { hasSeparateAttributes } from "./places";
import { mapThree, type Side, type Three, winner } from "./three";

type Attributes = ReadonlyMap<string, Attr>;

/** Three versions of an element; `base` is null where both added it. */
export interface ThreeElements extends Three<Element | null> {
  mine: Element;
  theirs: Element;
}

/** The attributes that an element has when what both changed of it is put together. */
export function mergeAttributes(elements: ThreeElements, path: Path, referee: Referee): Attr[] {
  const all = mapThree<Element | null, Attributes>(
    elements,
    (element) =>
      new Map(element ? attributesOf(element).map((attribute) => [attribute.name, attribute]) : []),
  );
  const alone = hasSeparateAttributes(elements.mine);
  const tagSide = alone ? "mine" : sideOfTag(elements, all, path, referee);
  const names = new Set([...all.mine.keys(), ...all.theirs.keys()]);
  return [...names].flatMap((name) => {
    const side = alone || isDeclaration(name) ? sideOfAttribute(all, name, path, referee) : tagSide;
    return all[side].get(name) ?? [];
  });
}

function sideOfAttribute(all: Three<Attributes>, name: string, path: Path, referee: Referee): Side {
  const attributes = mapThree(all, (attributes) => attributes.get(name));
  const clear = winner(mapThree(attributes, (attribute) => attribute?.value ?? null));
  const { mine, theirs } = mapThree(attributes, (attribute) => attribute && `${name}='${attribute.value}'`);
  return (
    clear ?? referee.decide({ ...attributePath(path, name), mine: mine ?? null, theirs: theirs ?? null })
  );
}

function sideOfTag(
  { mine, theirs }: ThreeElements,
  all: Three<Attributes>,
  path: Path,
  referee: Referee,
): Side {
  return (
    winner(mapThree(all, wordsOf)) ??
    referee.decide({ ...path, place: `${path.place}@`, mine: tagText(mine), theirs: tagText(theirs) })
  );
}

function wordsOf(attributes: Attributes): string {
  const own = [...attributes.values()].filter(({ name }) => !isDeclaration(name));
  return JSON.stringify(own.map(({ name, value }) => `${name}=${value}`).sort());
}

/** Namespaces are declared wherever somebody needs them, whatever the element itself is about. */
function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}
