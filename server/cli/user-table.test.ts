import { expect, test } from "vitest";
import type { Person } from "../access/person.schema";
import { userTable } from "./user-table";

const now = Date.UTC(2026, 11, 1, 12);
const day = 24 * 3_600_000;
const person: Person = {
  id: "1",
  name: "ada",
  role: "admin",
  state: "active",
  provider: null,
  linkExpiresAt: null,
  lastSeenAt: now - 60_000,
  sessions: 2,
};

test("users stand in columns, with what their link is worth", () => {
  const invited = { ...person, role: "viewer", state: "invited", lastSeenAt: null, sessions: 0 } as const;
  const people: Person[] = [
    person,
    { ...invited, name: "bob", linkExpiresAt: now + day },
    { ...invited, name: "christine", linkExpiresAt: now },
    { ...invited, name: "dan", state: "reset" },
    { ...invited, name: "eve", state: "disabled" },
    { ...person, name: "finn", provider: "https://auth.example.org", sessions: 0 },
  ];
  expect(userTable(people, now)).toBe(
    `
NAME       ROLE    STATE                           SESSIONS  LAST SEEN
ada        admin   active                          2         2026-12-01T11:59Z
bob        viewer  invited, link until 2026-12-02  0         never
christine  viewer  invited, link expired           0         never
dan        viewer  reset, no link                  0         never
eve        viewer  disabled                        0         never
finn       admin   active, by a provider           0         2026-12-01T11:59Z
`.trim(),
  );
});
