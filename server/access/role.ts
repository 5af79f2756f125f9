/**
 * What a user may do; each may all that those before it may. A member may by their role see their own account alone: all
 * else is shared with them, VM by VM.
 */
export const roles = ["member", "viewer", "operator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Roles, and "public" for who is not signed in. Each level may all that those before it may. */
export const levels = ["public", ...roles] as const;
export type Level = (typeof levels)[number];

/** The one of two levels that may less. */
export function lesserLevel<Kind extends Level>(left: Kind, right: Kind): Kind {
  return levels.indexOf(left) < levels.indexOf(right) ? left : right;
}

/** Whether someone of `level` may do what asks for `least`; null is what nobody may. */
export function isAtLeast(level: Level, least: Level | null): boolean {
  return least !== null && levels.indexOf(level) >= levels.indexOf(least);
}
