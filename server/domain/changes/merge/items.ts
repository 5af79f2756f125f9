import type { Node } from "@xmldom/xmldom";
import { attributesOf, isElement, isText } from "./nodes";
import { keyOf } from "./places";
import type { Three } from "./three";
import { mapThree } from "./three";

/** A child node with the white space before it. */
export interface Item {
  /** Which child it is, in all three versions: none bears another's. */
  key: string;
  /** Shared by children that nothing tells apart; their own key where there is something. */
  group: string;
  lead: string;
  node: Node;
}

/** What stands between a parent's tags, where that is no text. */
export interface Content {
  items: Item[];
  /** White space behind the last item. */
  tail: string;
}

/** Splits the content of three versions of a parent into items that match; null stands for a parent that was not there. */
export function matchItems(parents: Three<Node | null>): Three<Content> {
  const contents = mapThree(parents, contentOfParent);
  adoptKeys(contents.base.items, contents.mine.items);
  adoptKeys(contents.base.items, contents.theirs.items);
  return contents;
}

function contentOfParent(parent: Node | null): Content {
  const items: Item[] = [];
  const counts = new Map<string, number>();
  let lead = "";
  for (const node of Array.from(parent?.childNodes ?? [])) {
    if (isText(node)) {
      lead += node.nodeValue ?? "";
      continue;
    }
    const group = keyOf(node);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    items.push({ key: count === 1 ? group : `${group} #${count}`, group, lead, node });
    lead = "";
  }
  return { items, tail: lead };
}

/** Beyond so many pairs nobody gave single elements another mark: much was written anew. */
const pairsAtMost = 10_000;

/** An element whose mark changed, a network interface with another MAC, stays the one that it was. */
function adoptKeys(base: readonly Item[], changed: readonly Item[]): void {
  const [gone, come] = [without(base, changed), without(changed, base)];
  if (gone.length * come.length > pairsAtMost) return;
  const left = new Map(gone.map((item) => [item, new Set(factsOf(item.node))]));
  for (const item of come) {
    const facts = new Set(factsOf(item.node));
    const same = [...left].find(([other, others]) => areSame(item.node, facts, other.node, others));
    if (same === undefined) continue;
    const [{ key, group }] = same;
    Object.assign(item, { key, group });
    left.delete(same[0]);
  }
}

function without(items: readonly Item[], others: readonly Item[]): Item[] {
  const keys = new Set(others.map(({ key }) => key));
  return items.filter(({ key, node }) => isElement(node) && !keys.has(key));
}

/** Two elements are the same one when they have so much of all that either says in common. */
const enoughInCommon = 0.8;

function areSame(one: Node, facts: ReadonlySet<string>, other: Node, others: ReadonlySet<string>): boolean {
  if (one.nodeName !== other.nodeName) return false;
  const common = [...facts].filter((fact) => others.has(fact)).length;
  return common > 0 && common >= enoughInCommon * Math.max(facts.size, others.size);
}

function factsOf(node: Node, path = ""): string[] {
  const own = (isElement(node) ? attributesOf(node) : []).map(
    ({ name, value }) => `${path}@${name}=${value}`,
  );
  const below = Array.from(node.childNodes).flatMap((child) => {
    if (isElement(child)) return factsOf(child, `${path}/${child.nodeName}`);
    const text = (child.nodeValue ?? "").trim();
    return text === "" ? [] : [`${path}=${text}`];
  });
  return [...own, ...below];
}
