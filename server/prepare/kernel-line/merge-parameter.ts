import { type KernelParameter, kernelParameter } from "../../host/kernel-parameters";
import type { EditedLine } from "./edit-line";
import { isAddedUp, kindOf, oppositesOf, type ParameterKind } from "./parameter-kinds";

/**
 * A line that gives `parameter`, merged with what it says of it already.
 * @param elsewhere What comes onto the same line from another place, before it.
 * @param joinsLists One that may stand there several times is put into the list of one that does.
 */
export function withParameter(
  line: EditedLine,
  parameter: string,
  elsewhere: readonly KernelParameter[],
  joinsLists = false,
): EditedLine {
  const wanted = kernelParameter(parameter);
  const kind = joinsLists && isAddedUp(wanted.name) ? "list" : kindOf(wanted.name);
  return mergers[kind](line, wanted, elsewhere);
}

type Merge = (line: EditedLine, wanted: KernelParameter, elsewhere: readonly KernelParameter[]) => EditedLine;

const mergers: Readonly<Record<ParameterKind, Merge>> = {
  each(line, wanted, elsewhere) {
    const all = [...elsewhere, ...line.words].filter(({ name }) => name === wanted.name);
    const items = all.flatMap(({ value }) => itemsOf(value));
    const isThere = isAddedUp(wanted.name)
      ? itemsOf(wanted.value).every((item) => items.includes(item))
      : all.some((word) => isSame(word, wanted));
    return isThere ? line : line.with([wanted.text]);
  },
  single(line, wanted, elsewhere) {
    const last = line.words.findLast(({ name }) => name === wanted.name);
    if (last !== undefined) return isSame(last, wanted) ? line : line.replaced(last, wanted.text);
    const other = elsewhere.findLast(({ name }) => name === wanted.name);
    return other !== undefined && isSame(other, wanted) ? line : line.with([wanted.text]);
  },
  list(line, wanted, elsewhere) {
    const last = line.words.findLast(({ name }) => name === wanted.name);
    const given = last ?? elsewhere.findLast(({ name }) => name === wanted.name);
    const items = itemsOf(given?.value ?? "");
    const missing = itemsOf(wanted.value).filter((item) => !items.some((there) => sameItem(there, item)));
    if (given !== undefined && missing.length === 0) return line;
    const all = [...items, ...missing];
    return last === undefined
      ? line.with([withValue(wanted.text, all)])
      : line.replaced(last, withValue(last.text, all));
  },
  flags(line, wanted, elsewhere) {
    const all = [...elsewhere, ...line.words].filter(({ name }) => name === wanted.name);
    const flags = all.flatMap(({ value }) => itemsOf(value));
    const missing = itemsOf(wanted.value).filter((flag) => isTakenBack(flag, flags));
    if (all.length > 0 && missing.length === 0) return line;
    const last = line.words.findLast(
      ({ name, value }) => name === wanted.name && contradicts(value, missing),
    );
    if (last === undefined)
      return line.with([withValue(wanted.text, missing.length > 0 ? missing : itemsOf(wanted.value))]);
    const kept = itemsOf(last.value).filter(
      (flag) => !missing.some((one) => oppositesOf(one).includes(flag)),
    );
    return line.replaced(last, withValue(last.text, [...missing, ...kept]));
  },
};

/** Whether `flag` is not in effect: not given, or taken back by what comes after it. */
function isTakenBack(flag: string, flags: readonly string[]): boolean {
  const at = flags.lastIndexOf(flag);
  return at < 0 || flags.slice(at + 1).some((later) => oppositesOf(flag).includes(later));
}

function contradicts(value: string, flags: readonly string[]): boolean {
  return itemsOf(value).some((there) => flags.some((flag) => oppositesOf(flag).includes(there)));
}

/** Whether two words say the same. */
export function isSame(one: KernelParameter, other: KernelParameter): boolean {
  return one.name === other.name && one.value === other.value && hasValue(one) === hasValue(other);
}

function hasValue({ text }: KernelParameter): boolean {
  return text.includes("=");
}

/** The parts of a list in one value. */
export function itemsOf(value: string): string[] {
  return value.split(",").filter((item) => item !== "");
}

/** Ids are compared without regard to case. */
export function sameItem(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A parameter with another value, its name spelled as it was: "vfio-pci.ids" or "vfio_pci.ids". */
export function withValue(parameter: string, items: readonly string[]): string {
  const name = parameter.replace(/^"/, "").split("=", 1)[0] ?? "";
  const value = items.join(",");
  return /\s/.test(value) ? `${name}="${value}"` : `${name}=${value}`;
}
