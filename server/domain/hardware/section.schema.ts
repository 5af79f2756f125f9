import type { Field, Values } from "../fields/field.schema";
import type { PartIcon } from "../part-icon.schema";

/** A part of the machine itself, which has one form. */
export interface Section {
  id: string;
  title: string;
  note: string;
  icon: PartIcon;
  fields: readonly Field[];
  /** What is wrong with the values together. */
  check?(values: Values): string | null;
  /** What the guest's system may not take well of a change. @param to The fields that change. */
  risk?(to: Values): string | null;
}
