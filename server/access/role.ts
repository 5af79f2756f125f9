/** What a user may do; each may all that those before it may. */
export const roles = ["viewer", "operator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Roles, and "public" for who is not signed in. Each level may all that those before it may. */
export const levels = ["public", ...roles] as const;
export type Level = (typeof levels)[number];
