import { expect, test } from "vitest";
import { passwordLength } from "@/server/access/credentials.schema";
import { describePasswordLength, minimumPasswordLength } from "./password-length";

test("asks for what the server asks for", () => {
  expect(minimumPasswordLength).toBe(passwordLength.minimum);
});

test.each([
  ["", 0, "At least 12 characters. A few words do well."],
  ["abcdef", 0.5, "6 more characters"],
  ["abcdefghijk", 11 / 12, "1 more character"],
  ["abcdefghijkl", 1, "Long enough"],
  ["correct horse battery staple", 1, "Long, and so hard to guess"],
  ["🐎🐎🐎🐎🐎🐎", 0.5, "6 more characters"],
])("“%s” is %d of the way: %s", (password, share, text) => {
  expect(describePasswordLength(password)).toEqual({ share, text });
});
