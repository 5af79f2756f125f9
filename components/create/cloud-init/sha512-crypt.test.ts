import { describe, expect, test } from "vitest";
import { randomSalt, sha512Crypt } from "./sha512-crypt";

describe("sha512Crypt", () => {
  test("hashes as Drepper's specification does", async () => {
    expect(await sha512Crypt("Hello world!", "saltstring")).toBe(
      "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
    );
  });

  test("takes passwords of other lengths and letters", async () => {
    // openssl passwd -6 -salt abcdefgh PASSWORD
    expect(await sha512Crypt("ä", "abcdefgh")).toBe(
      "$6$abcdefgh$ti4BsfSetPK9B2ED8OHojqTk.Fcmr5phpeLfM1ZTQoaeChvwAql3mUOxRXZjAjZ9yVyzvwZ9cMwkORo5xwPfF/",
    );
    expect(await sha512Crypt("x".repeat(130), "abcdefgh")).toBe(
      "$6$abcdefgh$Xk3qIFrum/O9Dov6VNMoYrWWdSpzcfMaO3jYuLG5e5mC7HqYAELZfnSnb7gsyZezFIYRKPLd3FpcQ2ReT4Il4/",
    );
  });

  test("has a salt of its own each time", () => {
    expect(randomSalt()).toMatch(/^[./0-9A-Za-z]{16}$/);
    expect(randomSalt()).not.toBe(randomSalt());
  });
});
