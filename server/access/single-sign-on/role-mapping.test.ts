import { expect, test } from "vitest";
import { mappedRole } from "./role-mapping";

const mapping = {
  admin: ["Domain Admins", "ada@example.org"],
  operator: ["ops"],
  viewer: ["@example.org"],
  member: [],
};

test.each([
  [["ops", "domain admins"], null, "admin"],
  [["OPS"], null, "operator"],
  [[], "ADA@example.org", "admin"],
  [[], "bob@Example.ORG", "viewer"],
  [null, "bob@example.org", "viewer"],
  [["ada@example.org", "@example.org"], null, null],
  [[], "bob@example.org.evil.net", null],
  [[], "bob@evil.example.org", null],
  [[], "example.org", null],
  [["op"], null, null],
  [[], null, null],
  [null, null, null],
] as const)("groups %j and %s: %s", (groups, email, role) => {
  expect(mappedRole(mapping, { groups, email })).toBe(role);
});

test("everybody has what * has, and nobody what nothing has", () => {
  const person = { groups: null, email: null };
  expect(mappedRole({ ...mapping, member: ["*"] }, person)).toBe("member");
  expect(mappedRole({ admin: [], operator: [], viewer: [], member: [] }, person)).toBeNull();
});
