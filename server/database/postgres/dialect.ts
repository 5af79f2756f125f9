/** Strings and quoted names, which keep what is in them, and the placeholders between. */
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;

/** The columns of a conflict, which drizzle names with their table for SQLite. */
const conflictTarget = /(?<= on conflict )\([^)]*\)/g;

/** A statement that drizzle wrote for SQLite, as PostgreSQL takes it: "$1" for the first "?", and so on. */
export function inPostgres(statement: string): string {
  let count = 0;
  return statement
    .replace(parts, (part) => (part === "?" ? `$${++count}` : part))
    .replace(conflictTarget, (target) => target.replace(/"\w+"\.(?=")/g, ""));
}
