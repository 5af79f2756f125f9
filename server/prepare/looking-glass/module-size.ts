import { type Edit, edited, refused } from "../edit";
import { argumentsOf, commandLines, type Word, withCommand } from "../modules/modprobe/command-lines";
import { isPatternOf } from "../modules/modprobe/module-pattern";
import { spliced } from "../modules/splice";

/** How large a file of modprobe.d(5) has the first device of kvmfr be, in MiB: of several options the last counts. */
interface ModuleSize {
  mebibytes: number;
  /** Where the number stands; null where it is not written as one. */
  from: number | null;
}

/** Whether a file says how large the device is. */
export function hasModuleSize(text: string): boolean {
  return moduleSize(text) !== null;
}

/** Has the device be so large at least: another VM may need the larger one that is there. */
export function setModuleSize(text: string, mebibytes: number): Edit {
  const size = moduleSize(text);
  if (size === null) return edited(withCommand(text, `options kvmfr static_size_mb=${mebibytes}`));
  if (size.from === null)
    return refused("static_size_mb of kvmfr is not written as a number. Edit it by hand.");
  if (size.mebibytes >= mebibytes) return edited(text);
  const to = size.from + String(size.mebibytes).length;
  return edited(spliced(text, [{ from: size.from, to, insert: String(mebibytes) }]));
}

function moduleSize(text: string): ModuleSize | null {
  const words = commandLines(text).flatMap(
    (line) => argumentsOf(line, "options", (name) => isPatternOf(name, "kvmfr")) ?? [],
  );
  const last = words.findLast((word) => word.text.startsWith("static_size_mb="));
  return last === undefined ? null : sizeIn(last);
}

/** Further devices have their sizes behind commas. */
function sizeIn({ text, at }: Word): ModuleSize {
  const [, lead = "", digits] = /^(static_size_mb=)([1-9]\d{0,5})(?:,|\r?$)/.exec(text) ?? [];
  const isPlain =
    digits !== undefined &&
    at[lead.length + digits.length - 1] === (at[lead.length] ?? 0) + digits.length - 1;
  return { mebibytes: Number(digits ?? 0), from: isPlain ? (at[lead.length] ?? null) : null };
}
