import clsx, { type ClassValue } from "clsx";

/** Joins class names; falsy ones are left out. Later classes don't override earlier ones: give variants instead. */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
