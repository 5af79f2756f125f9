import { parseOptions } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { Passwords } from "./passwords";

const passwords = new Passwords();

describe("a password", () => {
  test("is hashed by Argon2id at OWASP's cost, with a salt of its own", async () => {
    const [one, two] = [await passwords.hash("same"), await passwords.hash("same")];
    expect(one).toMatch(/^\$argon2id\$v=19\$/);
    expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1, saltLen: 16 });
    expect(one).not.toBe(two);
  });

  test("is told from others", async () => {
    const known = await passwords.hash("correct horse battery");
    expect(await passwords.verify(known, "correct horse battery")).toBe(true);
    expect(await passwords.verify(known, "correct horse batterY")).toBe(false);
    expect(await passwords.verify(known, "")).toBe(false);
  });

  test("is the same however a keyboard puts its accents together", async () => {
    const known = await passwords.hash("caf\u00e9 au lait");
    expect(await passwords.verify(known, "cafe\u0301 au lait")).toBe(true);
  });
});

test("no password is right for a user that does not exist", async () => {
  for (const password of ["", "password", "null"]) expect(await passwords.verify(null, password)).toBe(false);
});
