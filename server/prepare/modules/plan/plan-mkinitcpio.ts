import { type Edit, edited, refused } from "../../edit";
import { type EarlyModules, earlyOrder } from "../early-order";
import { addToList, removeFromList } from "../shell-lists/edit-list";
import { isOpaque, readListFile } from "../shell-lists/list-file";
import { listAfter, prependingLine } from "../shell-lists/list-value";
import { withLines } from "../text-lines";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";
import { mkinitcpioConf, mkinitcpioConfD, mkinitcpioPresets, ownMkinitcpio } from "./module-paths";
import { presetConfigurations } from "./preset-configurations";
import { refuseUnread } from "./refuse-unread";

type MkinitcpioList = "MODULES" | "HOOKS";

/** A drop-in, by its path. */
type DropIn = readonly [path: string, text: string];

/** Puts modules, or hooks, early into a list of mkinitcpio.conf(5), in the main file or by a drop-in of our own. */
export function earlyInMkinitcpio(draft: Draft, list: MkinitcpioList, wanted: EarlyModules): Refused | null {
  const unread = namedByPresets(draft).find((path) => path !== mkinitcpioConf && draft.text(path) === null);
  if (unread !== undefined) return refuse(`A preset of mkinitcpio's names /${unread}, which can't be read.`);
  const unreadable = refuseUnread(draft, [
    mkinitcpioConf,
    ...configurationsOfPresets(draft),
    ...draft.pathsIn(mkinitcpioConfD),
  ]);
  if (unreadable !== null && wanted.early.length > 0) return unreadable;
  const alone = untilRefused(configurationsOfPresets(draft), (file) =>
    draft.change(file, addToList(draft.text(file) ?? "", list, wanted)),
  );
  if (alone !== null) return alone;
  const dropIns = draft.pathsIn(mkinitcpioConfD).map((path): DropIn => [path, draft.text(path) ?? ""]);
  const edit = addToMainFile(draft.text(mkinitcpioConf) ?? "", list, wanted, dropIns);
  if (edit.kind === "text" || edit.instead === null) return draft.change(mkinitcpioConf, edit);
  return draft.change(edit.instead.file, edited(edit.instead.text));
}

/**
 * An edit of a list in the main file. Refused where that is not the last to have a say in it; a drop-in of our own, which
 * is read last, puts the members before what the list is by then.
 */
export function addToMainFile(
  main: string,
  list: MkinitcpioList,
  wanted: EarlyModules,
  dropIns: readonly DropIn[],
): Edit {
  const all = [main, ...dropIns.map(([, text]) => text)];
  if (earlyOrder(listAfter(all, list), wanted) === null) return edited(main);
  if (!all.some((text) => hasSay(text, list)) && (list === "HOOKS" || main === "")) {
    return refused(`${list} is set in none of mkinitcpio's files that were read (/${mkinitcpioConf}).`);
  }
  const other = dropIns.find(([, text]) => hasSay(text, list));
  if (other === undefined && !isOpaque(readListFile(main), list)) return addToList(main, list, wanted);
  const own = dropIns.find(([path]) => path === ownMkinitcpio)?.[1] ?? "";
  const instead = hasSay(own, list)
    ? addToList(own, list, { ...wanted, before: [] })
    : edited(withLines(own, [prependingLine(all, list, wanted.early)]));
  if (instead.kind === "refused") return instead;
  return refused(
    other === undefined
      ? `/${mkinitcpioConf} sets ${list} by more than plain assignments.`
      : `${list} is set in /${other[0]} as well, which is read after /${mkinitcpioConf}.`,
    { file: ownMkinitcpio, text: instead.text },
  );
}

/** What a list holds in the end; what commands make of it is not known. */
export function mkinitcpioMembers(draft: Draft, list: MkinitcpioList): readonly string[] {
  return listAfter(draft.texts([mkinitcpioConf, ...draft.pathsIn(mkinitcpioConfD)]), list);
}

/** Takes modules out of every file of mkinitcpio's. */
export function removeFromMkinitcpio(draft: Draft, modules: readonly string[]): Refused | null {
  const files = [mkinitcpioConf, ...configurationsOfPresets(draft), ...draft.pathsIn(mkinitcpioConfD)];
  return untilRefused(files, (file) =>
    draft.change(file, removeFromList(draft.text(file) ?? "", "MODULES", modules)),
  );
}

function hasSay(text: string, list: MkinitcpioList): boolean {
  const file = readListFile(text);
  return isOpaque(file, list) || file.assignments.some(({ name }) => name === list);
}

/** Those that can be read. */
function configurationsOfPresets(draft: Draft): string[] {
  return namedByPresets(draft).filter((path) => draft.text(path) !== null);
}

function namedByPresets(draft: Draft): string[] {
  return [...new Set(draft.texts(draft.pathsIn(mkinitcpioPresets)).flatMap(presetConfigurations))];
}
