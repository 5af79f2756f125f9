/** What a form says of a device, by the fields' names; null where the definition is silent. */
export type Values = Readonly<Record<string, string | null>>;

/** How a value is asked for. */
export type FieldInput =
  | { kind: "choice"; choices: readonly (readonly [value: string, label: string])[] }
  | { kind: "text"; pattern: RegExp; problem: string; suggest?: Suggestion; mono?: boolean }
  /** Text of several lines. */
  | { kind: "lines" }
  | { kind: "number"; least: number; most: number }
  /** Bytes. */
  | { kind: "size"; least: number; most: number }
  /** An element that is there ("yes") or not. */
  | { kind: "presence" };

/** What the host has of it, offered while one writes. */
export type Suggestion =
  | "networks"
  | "bridges"
  | "interfaces"
  | "filters"
  | "pools"
  | "volumes"
  | "cpu-models"
  | "machines";

/** That another field has one of these values. */
export interface Condition {
  field: string;
  is: readonly (string | null)[];
}

/** One setting of a device or of the machine, as a form shows it and as it stands in the definition. */
export interface Field {
  name: string;
  label: string;
  /** Where it stands, below the device's element: see `placeOf`. */
  at: string;
  input: FieldInput;
  note?: string;
  /** It makes sense only where another field has one of these values. */
  when?: Condition;
  /** The same of some of its values alone, by the value. */
  goesWith?: Readonly<Record<string, Condition>>;
  /** It can't be left out. */
  required?: true;
  /** libvirt can change it in a machine that runs. */
  live?: true;
  /** What the definition says and what the running machine says differ by nature. */
  differs?: true;
  /** Few need it: shown on demand. */
  rare?: true;
  /** Only to be looked at. */
  fixed?: true;
  /**
   * What was said of its old value alone, and goes when it gets another one: places as in `at`. "source/*" is all of an
   * element that no field stands for.
   */
  owns?: readonly string[];
}

type More = Omit<Field, "name" | "label" | "at" | "input">;

const spell = (choice: string | readonly [string, string]) =>
  typeof choice === "string" ? ([choice, choice] as const) : choice;

/** One of several words. */
export function choice(
  name: string,
  label: string,
  at: string,
  choices: readonly (string | readonly [string, string])[],
  more: More = {},
): Field {
  return { name, label, at, input: { kind: "choice", choices: choices.map(spell) }, ...more };
}

export const onOff = ["on", "off"] as const;
export const yesNo = ["yes", "no"] as const;

const anyLines = /^(?:[^\p{Cc}]|[\n\t]){1,4096}$/u;
const anyLine = /^[^\p{Cc}]{1,4096}$/u;

/** A line of text. */
export function text(
  name: string,
  label: string,
  at: string,
  {
    pattern = anyLine,
    problem = "This is one line of text.",
    suggest,
    mono,
    ...more
  }: More & {
    pattern?: RegExp;
    problem?: string;
    suggest?: Suggestion;
    mono?: boolean;
  } = {},
): Field {
  const input: FieldInput = {
    kind: "text",
    pattern,
    problem,
    ...(suggest && { suggest }),
    ...(mono && { mono }),
  };
  return { name, label, at, input, ...more };
}

/** Text of several lines. */
export function lines(name: string, label: string, at: string, more: More = {}): Field {
  return { name, label, at, input: { kind: "lines" }, ...more };
}

/** A path on the host. */
export function path(name: string, label: string, at: string, more: More = {}): Field {
  const pattern = /^\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\p{Cc}]{0,4094}$/u;
  return text(name, label, at, {
    pattern,
    problem: "An absolute path on the host is needed, without “..”.",
    mono: true,
    ...more,
  });
}

/** A whole number. */
export function number(
  name: string,
  label: string,
  at: string,
  [least, most]: readonly [number, number],
  more: More = {},
): Field {
  return { name, label, at, input: { kind: "number", least, most }, ...more };
}

/** A size, in bytes. */
export function size(
  name: string,
  label: string,
  at: string,
  [least, most]: readonly [number, number],
  more: More = {},
): Field {
  return { name, label, at, input: { kind: "size", least, most }, ...more };
}

/** Something that is there or not. */
export function presence(name: string, label: string, at: string, more: More = {}): Field {
  return { name, label, at: `${at}!`, input: { kind: "presence" }, ...more };
}

/** What is wrong with a value, as a sentence; null where nothing is. */
export function fieldProblem(field: Field, value: string | null): string | null {
  if (value === null) return field.required ? `${field.label} is needed.` : null;
  if (isElementText(field) && value.trim() !== value) return "It can't begin or end with a space.";
  return inputProblem(field.input, value);
}

/** White space around an element's text is layout, and not part of the value. */
function isElementText({ at, input }: Field): boolean {
  return (input.kind === "text" || input.kind === "lines") && !/[@!]/.test(at);
}

function inputProblem(input: FieldInput, value: string): string | null {
  switch (input.kind) {
    case "choice":
      return input.choices.some(([known]) => known === value) ? null : `“${value}” is none of the choices.`;
    case "text":
      return input.pattern.test(value) ? null : input.problem;
    case "lines":
      return anyLines.test(value) ? null : "This is text of at most 4096 characters.";
    case "presence":
      return value === "yes" ? null : `“${value}” is none of the choices.`;
    case "number":
    case "size":
      return isWithin(input, value) ? null : rangeText(input);
  }
}

function isWithin({ least, most }: { least: number; most: number }, value: string): boolean {
  return /^\d{1,16}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function rangeText({ kind, least, most }: Extract<FieldInput, { least: number }>): string {
  if (kind === "number") return `A whole number from ${least} to ${most} is needed.`;
  return `A size from ${sizeWords(least)} to ${sizeWords(most)} is needed.`;
}

function sizeWords(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
  const power = Math.min(5, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${bytes / 1024 ** power} ${units[power]}`;
}
