import { moduleName } from "../../host/modules/modprobe-configuration";

/** What has to be in an ordered list of modules, and what may only come after it. */
export interface EarlyModules {
  early: readonly string[];
  /** Modules that would take the devices if they were loaded first. */
  before: readonly string[];
}

/** What makes a list right: these members are taken out, and these put in before the member with this index. */
export interface EarlyOrder {
  drop: readonly number[];
  at: number;
  insert: readonly string[];
}

/**
 * How a list comes to have its early modules in time; null where it has. They are put before the first rival, or where
 * there is none at the list's beginning or end. A module keeps the spelling that it has.
 */
export function earlyOrder(
  list: readonly string[],
  { early, before }: EarlyModules,
  otherwise: "first" | "last" = "first",
): EarlyOrder | null {
  const names = list.map(nameOf);
  const rivals = before.map(moduleName);
  const rival = names.findIndex((name) => rivals.includes(name));
  const inTime = rival < 0 ? names : names.slice(0, rival);
  const wrong = [...new Set(early.map(moduleName))].filter((name) => !inTime.includes(name));
  if (wrong.length === 0) return null;
  const spelt = new Map(early.map((name) => [moduleName(name), name]));
  return {
    drop: names.flatMap((name, index) => (wrong.includes(name) ? [index] : [])),
    at: rival >= 0 ? rival : otherwise === "first" ? 0 : list.length,
    insert: wrong.map((name) => list[names.indexOf(name)] ?? spelt.get(name) ?? name),
  };
}

/** A member's module: in some lists parameters stand behind it. */
function nameOf(member: string): string {
  return moduleName(member.trim().split(/\s/, 1)[0] ?? "");
}
