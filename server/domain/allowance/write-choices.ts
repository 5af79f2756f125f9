import type { Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { childrenOf } from "../../xml/xml";
import type { Patterns } from "../changes/grammar/read-grammar";
import { belongingsOf } from "../fields/belongings";
import { settled } from "../fields/conditions.schema";
import type { Field, Values } from "../fields/field.schema";
import { isSamePart, type Part, partWords } from "../fields/part";
import { placeOf } from "../fields/place";
import { dropPart, partAt, writeValues } from "../fields/values";
import { misplacedParts } from "./misplaced-parts";

/** What a change of values is made to. */
export interface Changing {
  /** A device, or the domain itself. */
  element: Element;
  fields: readonly Field[];
  now: Values;
  to: Values;
  /** What libvirt's schema knows; null where it can't be read. */
  patterns: Patterns | null;
}

/**
 * Writes values of a form, and takes out what goes with choices that are no longer made: fields that make no sense beside
 * the new values, what was said of an old value alone, and what libvirt's schema had a place for and now has not.
 * @param beside What else changes along with the values.
 * @returns what went besides, in words.
 * @throws AppError "bad-input" where the schema has no place for what is asked for; it names the field. The document may
 *   have changed by then.
 */
export function writeChoices(changing: Changing, beside: () => readonly string[] = () => []): string[] {
  const { element, fields, now, to } = changing;
  const misplacedBefore = misplaced(changing, () => false);
  const { senseless } = settled(fields, { now, to });
  const written = { ...to, ...nulls(senseless) };
  const owned = belongingsOf(element, fields, { now, to: written });
  const gone = [
    ...senseless.filter(({ name }) => now[name] != null).map(({ label }) => label),
    ...owned.map((part) => wordsOf(part, changing)),
  ];
  for (const part of owned) if (isThere(part)) dropPart(element, part);
  writeValues(element, fields, written);
  gone.push(...beside());
  const isNew = (part: Part) => !misplacedBefore.some((one) => isSamePart(one, part));
  for (const part of misplaced(changing, isChosenIn(changing)).filter(isNew)) {
    refuseAskedFor(changing, part);
    gone.push(wordsOf(part, changing));
    dropPart(element, part);
  }
  return gone;
}

function nulls(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map(({ name }) => [name, null]));
}

function isThere({ element, attribute }: Part): boolean {
  return element.parentNode !== null && (attribute === null || element.hasAttribute(attribute));
}

/** Of a domain only those of its parts are looked at that the fields stand in. */
function misplaced({ element, fields, to, patterns }: Changing, isChosen: (part: Part) => boolean): Part[] {
  if (patterns === null) return [];
  const names = fields.filter(({ name }) => name in to).map(({ at }) => placeOf(at).steps[0]?.element);
  const isDomain = element === element.ownerDocument?.documentElement;
  const looked = isDomain
    ? childrenOf(element).filter(({ nodeName }) => names.includes(nodeName))
    : [element];
  return looked.flatMap((one) =>
    misplacedParts(patterns, one, (of, attribute) => isChosen({ element: of, attribute })),
  );
}

function isChosenIn({ element, fields, to }: Changing): (part: Part) => boolean {
  const chosen = fields.flatMap(({ name, at }) =>
    to[name] == null ? [] : (partAt(element, placeOf(at)) ?? []),
  );
  return (part) => chosen.some((one) => isSamePart(one, part));
}

function fieldAt({ element, fields }: Changing, part: Part): Field | undefined {
  return fields.find(({ at }) => {
    const found = partAt(element, placeOf(at));
    return found !== null && isSamePart(found, part);
  });
}

function wordsOf(part: Part, changing: Changing): string {
  return fieldAt(changing, part)?.label ?? partWords(part);
}

function refuseAskedFor(changing: Changing, part: Part): void {
  const field = fieldAt(changing, part);
  if (field === undefined || changing.to[field.name] == null) return;
  throw new AppError("bad-input", {
    userMessage: `${field.label}: libvirt has no place for it beside the rest (${partWords(part)}).`,
  });
}
