import { Secret, URI } from "otpauth";
import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp-code";

/** The key of RFC 6238, appendix B. */
const key = Secret.fromUTF8("12345678901234567890").base32;

test.each([
  // RFC 6238, appendix B, SHA-1; of its eight digits an app shows the last six.
  [59, "287082", 1],
  [1_111_111_109, "081804", 0x23523ec],
  [1_111_111_111, "050471", 0x23523ed],
  [1_234_567_890, "005924", 0x273ef07],
  [2_000_000_000, "279037", 0x3f940aa],
  [20_000_000_000, "353130", 0x27bc86aa],
])("at %i the code is %s", (seconds, code, step) => {
  expect(stepOfCode(key, code, seconds * 1000)).toBe(step);
});

test("a code is right one step early and one step late, and is told by its own step", () => {
  const at = (seconds: number) => stepOfCode(key, "287082", seconds * 1000);
  expect([at(0), at(30), at(89), at(90), at(1_000)]).toEqual([1, 1, 1, null, null]);
  expect(stepOfCode(key, "287083", 59_000)).toBeNull();
});

test("an app reads its secret and whose it is from the address", () => {
  const secret = newTotpSecret();
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  expect(newTotpSecret()).not.toBe(secret);
  const read = URI.parse(totpAddress(secret, "ada@example.org"));
  expect(read).toMatchObject({ issuer: "Passdeck", label: "ada@example.org", digits: 6, period: 30 });
  expect(read.secret.base32).toBe(secret);
});
