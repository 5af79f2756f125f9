import type { Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf } from "../../xml/xml";
import type { Patterns } from "../changes/grammar/read-grammar";

/** What a pattern of a RELAX NG schema makes of an element as it is written. */
export interface PatternReading {
  /** Attributes of the element that it has a place for. */
  takes: ReadonlySet<string>;
  /** Patterns of the child elements that it has a place for. */
  children: readonly Element[];
  /** Attributes that it has a place for with another value, or can't do without: it is another choice than was made. */
  misfits: ReadonlySet<string>;
}

/** Whether an attribute has its value because somebody chose it now; what it does not go with has to give way. */
export type IsChosen = (element: Element, attribute: string) => boolean;

const nothing: PatternReading = { takes: new Set(), children: [], misfits: new Set() };

/** A choice that was made now outweighs all that was there before. */
const chosenWeight = 1000;

/**
 * Reads elements by a schema's patterns. Of several alternatives (`<choice>`) those count that the element's attributes
 * speak for: a `<graphics type='vnc'>` has what stands beside "vnc" in the schema, and nothing of SPICE's.
 */
export class PatternReader {
  readonly #patterns: Patterns;
  readonly #isChosen: IsChosen;

  constructor(patterns: Patterns, isChosen: IsChosen) {
    this.#patterns = patterns;
    this.#isChosen = isChosen;
  }

  /** @param pattern An `<element>` that `element` may be. */
  contentOf(pattern: Element, element: Element): PatternReading {
    return this.#together(childrenOf(pattern), element);
  }

  /** What the best of several readings of an element allow. */
  best(readings: readonly PatternReading[], element: Element): PatternReading {
    const weights = readings.map((reading) => this.#weightOf(reading, element));
    const least = Math.min(...weights);
    const fitting = readings.filter((_, place) => weights[place] === least);
    return union(fitting, fitting[0]?.misfits ?? nothing.misfits);
  }

  #read(pattern: Element, element: Element): PatternReading {
    switch (pattern.nodeName) {
      case "element":
        return { ...nothing, children: [pattern] };
      case "attribute":
        return this.#readAttribute(pattern, element);
      case "choice": {
        const alternatives = childrenOf(pattern).map((one) => this.#read(one, element));
        return this.best(alternatives, element);
      }
      case "optional":
      case "zeroOrMore":
        return withoutMissing(this.#together(childrenOf(pattern), element), element);
      case "ref":
        return this.#together(this.#patterns.get(attributeOf(pattern, "name") ?? "") ?? [], element);
      default:
        return this.#together(childrenOf(pattern), element);
    }
  }

  #together(patterns: readonly Element[], element: Element): PatternReading {
    const all = patterns.map((pattern) => this.#read(pattern, element));
    return union(all, new Set(all.flatMap(({ misfits }) => [...misfits])));
  }

  #readAttribute(pattern: Element, element: Element): PatternReading {
    const name = attributeOf(pattern, "name");
    if (name === null) return nothing;
    const value = attributeOf(element, name);
    const values = this.#valuesOf(pattern);
    if (value === null) return values === null ? nothing : { ...nothing, misfits: new Set([name]) };
    return values === null || values.includes(value)
      ? { ...nothing, takes: new Set([name]) }
      : { ...nothing, misfits: new Set([name]) };
  }

  /** The values that the schema lists; null where it says of what kind they are, if anything. */
  #valuesOf(pattern: Element): string[] | null {
    const values: string[] = [];
    for (const child of childrenOf(pattern)) {
      const more = this.#valuesIn(child);
      if (more === null) return null;
      values.push(...more);
    }
    return values.length === 0 ? null : values;
  }

  #valuesIn(pattern: Element): string[] | null {
    switch (pattern.nodeName) {
      case "value":
        return [pattern.textContent ?? ""];
      case "ref": {
        const parts = this.#patterns.get(attributeOf(pattern, "name") ?? "") ?? [];
        const each = parts.map((part) => this.#valuesOf(part));
        return each.includes(null) ? null : each.flatMap((values) => values ?? []);
      }
      case "choice":
      case "group":
        return this.#valuesOf(pattern);
      default:
        return null;
    }
  }

  #weightOf({ misfits }: PatternReading, element: Element): number {
    return [...misfits].reduce((sum, name) => sum + (this.#isChosen(element, name) ? chosenWeight : 1), 0);
  }
}

/** What may be left out is not missed. */
function withoutMissing(reading: PatternReading, element: Element): PatternReading {
  return { ...reading, misfits: new Set([...reading.misfits].filter((name) => element.hasAttribute(name))) };
}

/** All that the readings allow; what one of them takes is no misfit of another. */
function union(readings: readonly PatternReading[], misfits: ReadonlySet<string>): PatternReading {
  const takes = new Set(readings.flatMap((reading) => [...reading.takes]));
  return {
    takes,
    children: [...new Set(readings.flatMap(({ children }) => children))],
    misfits: new Set([...misfits].filter((name) => !takes.has(name))),
  };
}
