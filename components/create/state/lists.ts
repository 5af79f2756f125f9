/** A list with another item at a place. */
export function replaced<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  return list.map((before, place) => (place === index ? item : before));
}

/** A list without the item at a place. */
export function removed<Item>(list: readonly Item[], index: number): Item[] {
  return list.filter((_, place) => place !== index);
}
