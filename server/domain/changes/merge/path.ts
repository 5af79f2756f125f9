import type { Item } from "./items";
import { nameOf } from "./places";

/** A place in a definition. */
export interface Path {
  /** By keys: "domain/devices/disk vda". */
  place: string;
  /** In words: "disk vda". Empty where there is nothing to name. */
  name: string;
}

export const top: Path = { place: "", name: "" };

/** The place of a child. */
export function pathOf(parent: Path, { key, node }: Item): Path {
  return joined(parent, `/${key}`, nameOf(node));
}

/** The place of an attribute. */
export function attributePath(element: Path, attribute: string): Path {
  return joined(element, `@${attribute}`, attribute);
}

/** The place of the order in which the children of a parent stand. */
export function orderPath(parent: Path): Path {
  return joined(parent, "/*", "order");
}

function joined(parent: Path, place: string, name: string | null): Path {
  const names = [parent.name, name ?? ""].filter((word) => word !== "");
  return { place: `${parent.place}${place}`, name: names.join(", ") };
}
