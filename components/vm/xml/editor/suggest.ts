import type { Grammar, GrammarNode } from "@/server/domain/changes/grammar/grammar.schema";
import type { WritingPlace } from "./place-in-text";

/** What may be written at a place. */
export interface Suggestions {
  kind: "element" | "closing-tag" | "attribute" | "value";
  words: string[];
}

const none: Suggestions = { kind: "value", words: [] };

/** What libvirt's schema has for a place, in the schema's order. */
export function suggest(grammar: Grammar, place: WritingPlace): Suggestions {
  const { path, at, element, attribute, attributes } = place;
  const around = nodesAt(grammar, path);
  const inTag = () => nodesAt(grammar, [...path, element]);
  switch (at) {
    case "element":
      return { kind: "element", words: childNames(grammar, path, around) };
    case "closing-tag":
      return { kind: "closing-tag", words: path.slice(-1) };
    case "attribute": {
      const names = inTag().flatMap((node) => Object.keys(node.attributes));
      return { kind: "attribute", words: distinct(names).filter((name) => !attributes.includes(name)) };
    }
    case "value":
      return { kind: "value", words: distinct(inTag().flatMap((node) => node.attributes[attribute] ?? [])) };
    case "content":
      return { kind: "value", words: distinct(around.flatMap(({ values }) => values)) };
    default:
      return none;
  }
}

/** All places of the schema that the path can mean: a disk of a file and one of a network are two. */
function nodesAt(grammar: Grammar, path: readonly string[]): GrammarNode[] {
  const [root, ...rest] = path;
  let nodes = named(grammar, grammar.roots, root);
  for (const name of rest) {
    const children = nodes.flatMap((node) => node.children);
    nodes = named(grammar, distinct(children), name);
  }
  return nodes;
}

function named({ nodes }: Grammar, places: readonly number[], name: string | undefined): GrammarNode[] {
  return places.flatMap((place) => (nodes[place]?.name === name ? (nodes[place] ?? []) : []));
}

function childNames(grammar: Grammar, path: readonly string[], around: readonly GrammarNode[]): string[] {
  const places = path.length === 0 ? grammar.roots : around.flatMap(({ children }) => children);
  return distinct(places.flatMap((place) => grammar.nodes[place]?.name ?? []));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
