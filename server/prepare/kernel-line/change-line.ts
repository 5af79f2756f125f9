import { type KernelParameter, kernelParameter } from "../../host/kernel-parameters";
import type { EditedLine } from "./edit-line";
import { withHugePages } from "./huge-pages";
import type { LineChange } from "./line-change";
import type { LineWord } from "./line-words";
import { isSame, itemsOf, sameItem, withParameter, withValue } from "./merge-parameter";

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
  const without = withoutIds(
    line.without((word) => isRemoved(word, change.remove)),
    change.removeIds,
  );
  const ids = change.addIds.length > 0 ? [`vfio-pci.ids=${change.addIds.join(",")}`] : [];
  const added = [...change.add, ...ids].reduce(
    (current, parameter) => withParameter(current, parameter, elsewhere),
    without,
  );
  const changed = change.hugePages === null ? added : withHugePages(added, change.hugePages);
  return changed.text === line.text ? line : changed.whole();
}

/** Whether a change takes a word away: exactly this one, or the parameter of this name whatever its value. */
export function isRemoved(word: KernelParameter, remove: readonly string[]): boolean {
  return remove.some((text) => {
    const gone = kernelParameter(text);
    return text.includes("=") ? isSame(word, gone) : word.name === gone.name;
  });
}

function withoutIds(line: EditedLine, ids: readonly string[]): EditedLine {
  if (ids.length === 0) return line;
  const keeps = (word: LineWord) =>
    itemsOf(word.value).filter((item) => !ids.some((id) => sameItem(id, item)));
  const touched = line.words.find(
    (word) => word.name === idsName && keeps(word).length < itemsOf(word.value).length,
  );
  if (touched === undefined) return line;
  const kept = keeps(touched);
  const next =
    kept.length === 0 ? line.withoutOne(touched) : line.replaced(touched, withValue(touched.text, kept));
  return withoutIds(next, ids);
}
