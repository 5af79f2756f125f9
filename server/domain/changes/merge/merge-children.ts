import type { Document, Node } from "@xmldom/xmldom";
import type { Referee } from "./conflict";
import { type Content, type Item, matchItems } from "./items";
import { mergeAttributes, type ThreeElements } from "./merge-attributes";
import { mergeOrder } from "./merge-order";
import { attributesOf, contentOf, isElement, textOfNode } from "./nodes";
import { orderPath, type Path, pathOf } from "./path";
import { isWhole, nameOf } from "./places";
import { mapThree, type Side, type Three, winner } from "./three";

/** Where the result is put together. */
export interface Work {
  document: Document;
  referee: Referee;
}

type ThreeItems = Three<Item | undefined>;

/** Gives `into`, which is empty, what both sides made of the children of the three versions of its element. */
export function mergeChildren(into: Node, parents: Three<Node | null>, path: Path, work: Work): void {
  const contents = matchItems(parents);
  const byKey = mapThree(contents, ({ items }) => new Map(items.map((item) => [item.key, item])));
  const sides = sidesOfGroups(contents, path, work.referee);
  const merged = new Map<string, { lead: string; node: Node }>();
  for (const [key, { group }] of [...byKey.mine, ...byKey.theirs]) {
    if (merged.has(key)) continue;
    const items = mapThree(byKey, (all) => all.get(key));
    const side = sides.get(group);
    const node = side === undefined ? mergeItem(items, path, work) : copyOf(items[side], work.document);
    if (node !== null) merged.set(key, { lead: leadOf(items), node });
  }
  for (const key of orderOf(contents, new Set(merged.keys()), path, work.referee)) {
    const { lead, node } = merged.get(key) ?? {};
    if (lead) into.appendChild(work.document.createTextNode(lead));
    if (node) into.appendChild(node);
  }
  const tails = mapThree(contents, ({ tail }) => tail);
  const tail = tails[winner(tails) ?? "mine"];
  if (tail !== "") into.appendChild(work.document.createTextNode(tail));
}

/** Children that nothing tells apart are one place together: by group, whose they are. */
function sidesOfGroups(contents: Three<Content>, path: Path, referee: Referee): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const group of sharedGroups(contents)) {
    const items = mapThree(contents, ({ items }) => items.filter((item) => item.group === group));
    const [one] = [...items.mine, ...items.theirs];
    if (one === undefined) continue;
    const clear = winner(mapThree(items, (all) => JSON.stringify(all.map(({ node }) => contentOf(node)))));
    const { place, name } = pathOf(path, { ...one, key: group });
    const open = () =>
      referee.decide({ place, name, mine: textOfItems(items.mine), theirs: textOfItems(items.theirs) });
    sides.set(group, clear ?? open());
  }
  return sides;
}

function sharedGroups({ base, mine, theirs }: Three<Content>): Set<string> {
  const shared = [base, mine, theirs].flatMap(({ items }) => {
    const seen = new Set<string>();
    return items.flatMap(({ group }) => (seen.size === seen.add(group).size ? [group] : []));
  });
  return new Set(shared);
}

/** What becomes of a child; null where it goes. */
function mergeItem(items: ThreeItems, path: Path, work: Work): Node | null {
  const nodes = mapThree(items, (item) => item?.node ?? null);
  const clear = winner(mapThree(nodes, (node) => node && contentOf(node)));
  if (clear !== null) return copyOf(items[clear], work.document);
  const elements = separable(nodes);
  const one = items.mine ?? items.theirs;
  if (one === undefined) return null;
  const here = pathOf(path, one);
  if (elements !== null) return mergeElement(elements, here, work);
  const [mine, theirs] = [items.mine, items.theirs].map((item) => (item ? textOfItem(item) : null));
  const side = work.referee.decide({ ...here, mine: mine ?? null, theirs: theirs ?? null });
  return copyOf(items[side], work.document);
}

/** The three versions of an element of which parts may come from both sides; null for what is one place. */
function separable({ base, mine, theirs }: Three<Node | null>): ThreeElements | null {
  if (mine === null || theirs === null || !isElement(mine) || !isElement(theirs)) return null;
  if (isWhole(mine) || isWhole(theirs) || (base && isElement(base) && isWhole(base))) return null;
  if (base && isElement(base)) return { base, mine, theirs };
  // Both added it. What only holds others is shared (<cputune>); of two disks nobody wants the half of each.
  const holder = attributesOf(mine).length === 0 && attributesOf(theirs).length === 0;
  return holder ? { base: null, mine, theirs } : null;
}

function mergeElement(elements: ThreeElements, path: Path, work: Work): Node {
  const { mine } = elements;
  const merged = work.document.createElementNS(mine.namespaceURI, mine.nodeName);
  for (const { namespaceURI, name, value } of mergeAttributes(elements, path, work.referee))
    merged.setAttributeNS(namespaceURI, name, value);
  mergeChildren(merged, elements, path, work);
  return merged;
}

function orderOf(
  contents: Three<Content>,
  kept: ReadonlySet<string>,
  path: Path,
  referee: Referee,
): string[] {
  const lists = mapThree(contents, ({ items }) => items.map(({ key }) => key));
  return mergeOrder(lists, kept, () =>
    referee.decide({ ...orderPath(path), mine: namesIn(contents.mine), theirs: namesIn(contents.theirs) }),
  );
}

function namesIn({ items }: Content): string {
  return items.map(({ node }) => nameOf(node) ?? node.nodeName).join("\n");
}

function copyOf(item: Item | undefined, document: Document): Node | null {
  return item === undefined ? null : document.importNode(item.node, true);
}

function leadOf(items: ThreeItems): string {
  const leads = mapThree(items, (item) => item?.lead ?? null);
  return leads[winner(leads) ?? "mine"] ?? leads.mine ?? leads.theirs ?? "";
}

function textOfItems(items: readonly Item[]): string | null {
  return items.length === 0 ? null : items.map(textOfItem).join("\n");
}

function textOfItem({ lead, node }: Item): string {
  return textOfNode(node, lead.slice(lead.lastIndexOf("\n") + 1));
}
