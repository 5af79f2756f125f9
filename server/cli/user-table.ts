import type { Person } from "../access/person.schema";

/** Users for a terminal: a line each, in columns. */
export function userTable(people: readonly Person[], now: number): string {
  const rows = [
    ["NAME", "ROLE", "STATE", "SESSIONS", "LAST SEEN"],
    ...people.map((person) => [
      person.name,
      person.role,
      stateWords(person, now),
      String(person.sessions),
      person.lastSeenAt === null ? "never" : `${new Date(person.lastSeenAt).toISOString().slice(0, 16)}Z`,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function stateWords({ state, linkExpiresAt }: Person, now: number): string {
  if (state === "active" || state === "disabled") return state;
  if (linkExpiresAt === null) return `${state}, no link`;
  return now < linkExpiresAt
    ? `${state}, link until ${new Date(linkExpiresAt).toISOString().slice(0, 10)}`
    : `${state}, link expired`;
}
