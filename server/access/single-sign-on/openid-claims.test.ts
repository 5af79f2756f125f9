import { expect, test } from "vitest";
import { personOf } from "./openid-claims";

const names = { groupsClaim: "groups", nameClaim: "preferred_username" };
const identity = { iss: "https://auth.example.org", sub: "42" };

test("a person is who the provider says, with the groups as it writes them", () => {
  const claims = {
    ...identity,
    preferred_username: "ada",
    groups: ["/ops", "team"],
    email: "a@b.c",
    email_verified: true,
  };
  expect(personOf(claims, names)).toEqual({
    issuer: "https://auth.example.org",
    subject: "42",
    name: "ada",
    groups: ["ops", "team"],
    email: "a@b.c",
  });
});

test.each([undefined, false, "true", 1])(
  "an address that is verified as %j counts for nothing, not even as a name",
  (email_verified) => {
    const person = personOf({ ...identity, email: "boss@example.org", email_verified }, names);
    expect(person).toMatchObject({ name: null, email: null });
  },
);

test("a verified address is the name where there is no other", () => {
  expect(personOf({ ...identity, email: "a@b.c", email_verified: true }, names).name).toBe("a@b.c");
});

test.each([
  [{}, null],
  [{ groups: [] }, []],
  [{ groups: "ops" }, ["ops"]],
  [{ groups: { ops: true } }, null],
  [{ groups: [1] }, null],
])("of %j the groups are %j", (claims, groups) => {
  expect(personOf({ ...identity, ...claims }, names).groups).toEqual(groups);
});

test("groups may stand in another claim", () => {
  expect(personOf({ ...identity, roles: ["ops"] }, { ...names, groupsClaim: "roles" }).groups).toEqual([
    "ops",
  ]);
});
