import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import type { ElementPlan } from "../../xml/build-xml";
import { insertElement, removeElement } from "../../xml/white-space";
import { childrenOf } from "../../xml/xml";

/** How a list stands in XML: elements of one name, each an item. */
export interface ListedElements<Item> {
  name: string;
  read(element: Element): Item;
  /** Whether two items are of the same thing, so that one can become the other. */
  same(one: Item, other: Item): boolean;
  plan(item: Item): ElementPlan;
  /** Makes an element say another item of the same thing; what else it says stays. */
  write(element: Element, item: Item): void;
}

/** Makes the children of that name say `wanted`: what is right is left alone, new ones come behind the others. */
export function syncChildren<Item>(
  document: Document,
  parent: Element,
  wanted: readonly Item[],
  listed: ListedElements<Item>,
): void {
  let left = childrenOf(parent, listed.name);
  const take = (fits: (item: Item) => boolean) => {
    const found = left.find((element) => fits(listed.read(element)));
    left = left.filter((element) => element !== found);
    return found;
  };
  const changed = wanted.filter((item) => take((other) => equal(item, other)) === undefined);
  for (const item of changed) {
    const element = take((other) => listed.same(item, other));
    if (element !== undefined) listed.write(element, item);
    else {
      const last = childrenOf(parent, listed.name).at(-1);
      insertElement(parent, buildElement(document, listed.plan(item)), last);
    }
  }
  for (const element of left) removeElement(element);
}

/** Whether two plain values say the same. */
export function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
