import { expect, test } from "vitest";
import { logText } from "./log-text";

test("a record is one line", () => {
  const json =
    '{"level":"warn","time":"2026-11-21T06:07:09.970Z","room":"access","user":"ada","msg":"sign-in refused"}';
  expect(logText(json)).toBe('06:07:09 WARN  sign-in refused room="access" user="ada"\n');
});

test("an error's stack stands below it", () => {
  const json =
    '{"level":"error","time":"2026-11-21T06:07:09.970Z","err":{"message":"no","stack":"Error: no\\n    at x"},"msg":"failed"}';
  expect(logText(json)).toBe("06:07:09 ERROR failed\n  Error: no\n      at x\n");
});

test("what somebody else wrote can't steer the terminal", () => {
  const record = {
    level: "info",
    time: "2026-11-21T06:07:09.970Z",
    name: "\u001b[2J\n",
    msg: "\u001b]0;x\u0007",
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  expect(logText(JSON.stringify(record))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
