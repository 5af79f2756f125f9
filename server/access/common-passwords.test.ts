import { expect, test } from "vitest";
import { isCommon, refuseCommon } from "./common-passwords";

test.each([
  "123456789012",
  "210987654321",
  "qwertyuiop[]",
  "qwertyuiop123",
  "1qaz2wsx3edc",
  "1q2w3e4r5t6y",
  "password1234",
  "Password12345!",
  "P@ssw0rd2026!",
  "passwordpassword",
  "passw0rd passw0rd",
  "iloveyou1234",
  "administrator",
  "Administrator1",
  "adminadmin12",
  "letmein letmein",
  "summerwinter2026",
  "Summer2026Winter",
  "qwerty123456",
  "abcdefghijkl",
  "aaaaaaaaaaaa",
  "121212121212",
  "abc123abc123",
  "proxmoxproxmox",
  "mira.mira.2026",
  "mirapassword",
  "mira12345678",
])("“%s” is refused to mira", (password) => {
  expect(isCommon(password, "Mira")).toBe(true);
});

test.each([
  "correct horse battery",
  "a long enough password",
  "x7Kp 2mQz 9vLt",
  "4821957703625",
  "vier Fahrräder im Keller",
  "dragon shadow monkey mustang",
  "zb4d-ezgh-jkz2-pqzs-tuvz",
  "пароль и ещё три слова",
  "密码密碼密钥鑰匙鑰鎖鎖門",
])("“%s” is taken", (password) => {
  expect(isCommon(password, "mira")).toBe(false);
});

test("a long one is judged at once", () => {
  expect(isCommon("ab1!".repeat(64), "mira")).toBe(true);
  expect(isCommon(`${"qwerty ".repeat(36)}x`, "mira")).toBe(false);
});

test("the refusal says what does well", () => {
  expect(() => refuseCommon("password1234", "mira")).toThrow(/among the first that anybody would try/);
});
