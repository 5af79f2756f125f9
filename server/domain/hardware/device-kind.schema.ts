import type { Field, Values } from "./field.schema";

/** A sort of device: how it is told from others, and what can be said of it. */
export interface DeviceKind {
  id: string;
  /** The element's name in `<devices>`. */
  element: string;
  /** Values of the element's attributes that make it one of this kind; null stands for an attribute that is not there. */
  is?: Readonly<Record<string, readonly (string | null)[]>>;
  title: string;
  /** What it is for, in a line. */
  note: string;
  fields: readonly Field[];
  /** What a new one begins with; without it none can be added by form. */
  fresh?: Values;
  /** Attributes and values of a new one that no form asks for, by their place. */
  skeleton?: Readonly<Record<string, string>>;
  /** Field that names it among its kind, and those that describe it in a line. */
  name?: string;
  summary: readonly string[];
  /** It can be booted from. */
  boots?: true;
  /** A VM has at most so many. */
  most?: number;
  /** Whether it can be plugged into a machine that runs and taken from it: null, or why not. */
  hot(values: Values): string | null;
  /** What is wrong with the values together. */
  check?(values: Values): string | null;
}

export const always = (): null => null;
export const never = (why: string) => (): string => why;
