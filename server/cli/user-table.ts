import type { Person } from "../access/person.schema";
import { tableText } from "./table-text";

/** Users for a terminal: a line each, in columns. */
export function userTable(people: readonly Person[], now: number): string {
  return tableText(
    ["NAME", "ROLE", "STATE", "SESSIONS", "LAST SEEN"],
    people.map((person) => [
      person.name,
      person.role,
      stateWords(person, now),
      String(person.sessions),
      person.lastSeenAt === null ? "never" : `${new Date(person.lastSeenAt).toISOString().slice(0, 16)}Z`,
    ]),
  );
}

function stateWords({ state, provider, linkExpiresAt }: Person, now: number): string {
  if (state === "active" && provider !== null) return "active, by a provider";
  if (state === "active" || state === "disabled") return state;
  if (linkExpiresAt === null) return `${state}, no link`;
  return now < linkExpiresAt
    ? `${state}, link until ${new Date(linkExpiresAt).toISOString().slice(0, 10)}`
    : `${state}, link expired`;
}
