import { moduleName } from "../../host/modules/modprobe-configuration";
import { type Edit, edited, refused } from "../edit";
import { type EarlyModules, earlyOrder } from "./early-order";
import { type Splice, spliced } from "./splice";
import { linesOf, withLines, withoutParts } from "./text-lines";

const key = "modules_force_load";

/** `modules_force_load:` of booster.yaml: names with commas between them, in one text. */
interface ForcedModules {
  /** Where the list stands, without quotes. */
  from: number;
  to: number;
  items: readonly { text: string; from: number; to: number }[];
}

/** Has booster load modules early, in the list's order. */
export function addForcedModules(text: string, wanted: EarlyModules): Edit {
  const list = forcedModules(text);
  if (list === "unknown") return notPlain();
  const order = earlyOrder(list?.items.map((item) => item.text) ?? [], wanted);
  if (order === null) return edited(text);
  const names = order.insert.join(",");
  if (list === null) return edited(withLines(text, [`${key}: ${names}`]));
  const next = list.items[order.at];
  const at = next?.from ?? list.from;
  const blank = list.from === list.to && text[at - 1] === ":" ? " " : "";
  return edited(
    spliced(text, [
      { from: at, to: at, insert: blank + names + (next === undefined ? "" : ",") },
      ...removals(list, order.drop),
    ]),
  );
}

/** Takes modules out of the list; a list that has nothing left goes with its line. */
export function removeForcedModules(text: string, modules: readonly string[]): Edit {
  const gone = modules.map(moduleName);
  const list = forcedModules(text);
  if (list === null) return edited(text);
  if (list === "unknown") return notPlain();
  const going = list.items.flatMap((item, index) => (gone.includes(moduleName(item.text)) ? [index] : []));
  if (going.length === 0) return edited(text);
  if (going.length < list.items.length) return edited(spliced(text, removals(list, going)));
  const lines = linesOf(text);
  return edited(withoutParts(text, lines, (index) => lines[index]?.text.startsWith(`${key}:`) ?? false));
}

/** Those before the first member that stays go with the comma behind, the others with the comma before. */
function removals({ items }: ForcedModules, gone: readonly number[]): Splice[] {
  const kept = items.findIndex((_, index) => !gone.includes(index));
  return gone.flatMap((index) => {
    const item = items[index];
    if (item === undefined) return [];
    return index < kept
      ? [{ from: item.from, to: items[index + 1]?.from ?? item.to, insert: "" }]
      : [{ from: items[index - 1]?.to ?? item.from, to: item.to, insert: "" }];
  });
}

/** null where the file has no such list, "unknown" where it is no plain text on one line. */
function forcedModules(text: string): ForcedModules | "unknown" | null {
  const line = linesOf(text).find((one) => one.text.startsWith(`${key}:`));
  const mentions = text.match(/^[^#\n]*modules_force_load/gm)?.length ?? 0;
  if (mentions > (line === undefined ? 0 : 1) || /^\s*\{/m.test(text)) return "unknown";
  if (line === undefined) return null;
  const plain = /^(\w+:[ \t]*(["']?))([\w\-, ]*?)\2[ \t]*(?:[ \t]#.*)?\r?$/.exec(line.text);
  const [, lead = "", , list] = plain ?? [];
  if (list === undefined) return "unknown";
  const from = line.from + lead.length;
  const items = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
    text: name,
    from: from + index,
    to: from + index + name.length,
  }));
  return { from, to: from + list.length, items };
}

function notPlain(): Edit {
  return refused(`${key} is not written as one line of names with commas between them. Edit it by hand.`);
}
