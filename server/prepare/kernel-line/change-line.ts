import { type KernelParameter, kernelParameter } from "../../host/kernel-parameters";
import type { EditedLine } from "./edit-line";
import { withHugePages } from "./huge-pages";
import type { LineChange } from "./line-change";
import type { LineWord } from "./line-words";
import { isSame, itemsOf, sameItem, withParameter, withValue } from "./merge-parameter";
import { hasItems } from "./parameter-kinds";

/** vfio-pci's list of ids, as names are compared. */
export const idsName = "vfio_pci.ids";

/**
 * What a change makes of a kernel line: what is there stays where it is, to the byte. Pure, and the second time nothing.
 * @param elsewhere What comes onto the same line from another place, before it: it is not given again.
 * @throws Refused where the file has no way to write a word, or the kernel would cut the line off.
 */
export function changedLine(
  line: EditedLine,
  change: LineChange,
  elsewhere: readonly KernelParameter[] = [],
): EditedLine {
  const without = withoutItems(
    change.remove
      .reduce((current, text) => withoutSome(current, text), line)
      .without((word) => isRemoved(word, change.remove)),
    idsName,
    change.removeIds,
  );
  const ids = change.addIds.length > 0 ? [`vfio-pci.ids=${change.addIds.join(",")}`] : [];
  const added = [...change.add, ...ids].reduce(
    (current, parameter) => withParameter(current, parameter, elsewhere, change.joinsLists),
    without,
  );
  const changed = change.hugePages === null ? added : withHugePages(added, change.hugePages);
  return changed.text === line.text ? line : changed.whole();
}

/**
 * Whether a change takes a word away, or a part of it: exactly this one, those items of a list, or the parameter of this
 * name whatever its value.
 */
export function isRemoved(word: KernelParameter, remove: readonly string[]): boolean {
  return remove.some((text) => {
    const gone = kernelParameter(text);
    if (word.name !== gone.name) return false;
    const items = goneItems(text);
    return items === null
      ? !text.includes("=") || isSame(word, gone)
      : itemsOf(word.value).some((item) => items.some((one) => sameItem(one, item)));
  });
}

/** The items that a word of a list takes away; null of another word. */
function goneItems(text: string): string[] | null {
  const { name, value } = kernelParameter(text);
  const items = itemsOf(value);
  return hasItems(name) && items.length > 0 ? items : null;
}

/** A line whose lists have lost items; those that would have none left are as they were. */
function withoutSome(line: EditedLine, text: string): EditedLine {
  const gone = goneItems(text) ?? [];
  const { name } = kernelParameter(text);
  const touched = line.words.find(
    (word) => word.name === name && loses(word, gone) && itemsLeft(word, gone).length > 0,
  );
  if (touched === undefined) return line;
  return withoutSome(line.replaced(touched, withValue(touched.text, itemsLeft(touched, gone))), text);
}

function itemsLeft({ value }: LineWord, gone: readonly string[]): string[] {
  return itemsOf(value).filter((item) => !gone.some((one) => sameItem(one, item)));
}

function loses(word: LineWord, gone: readonly string[]): boolean {
  return itemsLeft(word, gone).length < itemsOf(word.value).length;
}

function withoutItems(line: EditedLine, name: string, gone: readonly string[]): EditedLine {
  const touched = line.words.find((word) => word.name === name && loses(word, gone));
  if (touched === undefined) return line;
  const kept = itemsLeft(touched, gone);
  const next =
    kept.length === 0 ? line.withoutOne(touched) : line.replaced(touched, withValue(touched.text, kept));
  return withoutItems(next, name, gone);
}
