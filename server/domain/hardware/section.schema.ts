import type { Field, Values } from "./field.schema";

/** A part of the machine itself, which has one form. */
export interface Section {
  id: string;
  title: string;
  note: string;
  fields: readonly Field[];
  /** What is wrong with the values together. */
  check?(values: Values): string | null;
}
