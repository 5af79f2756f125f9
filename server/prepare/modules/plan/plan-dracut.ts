import { moduleName } from "../../../host/modules/modprobe-configuration";
import { edited } from "../../edit";
import { type EarlyModules, earlyOrder } from "../early-order";
import { addToList, removeFromList } from "../shell-lists/edit-list";
import { listAfter } from "../shell-lists/list-value";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";
import { dracutConf, dracutConfD, ownDracut } from "./module-paths";
import { refuseUnread } from "./refuse-unread";

/**
 * Has dracut load modules early, by a file of our own: `force_drivers` of dracut.conf(5), as `add_drivers` only packs
 * them. Its values are joined as they stand, so they need blanks at both ends.
 */
export function earlyInDracut(draft: Draft, wanted: EarlyModules): Refused | null {
  const unreadable = refuseUnread(draft, [dracutConf, ...draft.pathsIn(dracutConfD)]);
  if (unreadable !== null && wanted.early.length > 0) return unreadable;
  const omitted = listAfter(configurations(draft), "omit_drivers").map(moduleName);
  const kept = wanted.early.find((module) => omitted.includes(moduleName(module)));
  if (kept !== undefined) {
    return refuse(
      `${kept} is in omit_drivers of dracut's configuration, so it is never packed. Take it out there.`,
    );
  }
  const missing = order(draft, wanted);
  if (missing === null) return null;
  const own = draft.text(ownDracut);
  const names = missing.insert.join(" ");
  if (own !== null) {
    const refused = draft.change(ownDracut, addToList(own, list, { early: missing.insert, before: [] }));
    if (refused !== null || order(draft, wanted) === null) return refused;
  }
  const appended = draft.change(ownDracut, edited(`${own ?? ""}${list}+=" ${names} "\n`));
  if (appended !== null || order(draft, wanted) === null) return appended;
  const prepended = draft.change(ownDracut, edited(`${own ?? ""}${list}=" ${names} $${list} "\n`));
  return prepended ?? (order(draft, wanted) === null ? null : overruled());
}

/** Takes modules out of what dracut packs and what it loads. */
export function removeFromDracut(draft: Draft, modules: readonly string[]): Refused | null {
  return untilRefused(["add_drivers", list], (name) => {
    const main = draft.change(dracutConf, removeFromList(draft.text(dracutConf) ?? "", name, modules));
    const change = (path: string) =>
      draft.changeIn(dracutConfD, path, removeFromList(draft.text(path) ?? "", name, modules));
    return main ?? untilRefused(draft.pathsIn(dracutConfD), change);
  });
}

const list = "force_drivers";

function order(draft: Draft, wanted: EarlyModules) {
  return earlyOrder(listAfter(configurations(draft), list), wanted);
}

function configurations(draft: Draft): string[] {
  return draft.texts([dracutConf, ...draft.pathsIn(dracutConfD)]);
}

function overruled(): Refused {
  return refuse(
    `A file that dracut reads after /${ownDracut} sets ${list} anew. Have it add to the list (+=).`,
  );
}
