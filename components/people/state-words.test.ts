import { expect, test } from "vitest";
import { stateWords } from "./state-words";

const hour = 3_600_000;

test.each([
  ["active", null, "Active", null],
  ["active", 7 * 24 * hour, "Active", null],
  ["invited", 7 * 24 * hour - 1, "Invited", "link expires in 6 days"],
  ["invited", 25 * hour, "Invited", "link expires in 1 day"],
  ["invited", 23 * hour, "Invited", "link expires in 23 hours"],
  ["invited", 1, "Invited", "link expires soon"],
  ["reset", 0, "Has to choose a password", "link has expired"],
  ["reset", null, "Has to choose a password", "no link"],
  ["disabled", null, "Disabled", null],
] as const)("%s with a link until %s: %s, %s", (state, linkExpiresAt, label, link) => {
  expect(stateWords({ state, linkExpiresAt, provider: null }, 0)).toMatchObject({ label, note: link });
});

test("who signs in by a provider needs no link", () => {
  const person = { state: "active", linkExpiresAt: null, provider: "https://auth.example.org" } as const;
  expect(stateWords(person, 0)).toMatchObject({ label: "Active", note: "signs in by a provider" });
});
