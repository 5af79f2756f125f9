import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./host/tree.test-data";
import { createLog, jsonLines } from "./log";

function written(write: (log: ReturnType<typeof createLog>) => void, level = "info"): string {
  let text = "";
  write(createLog(level, { write: (line) => (text += line) }));
  return text;
}

test.each(["password", "token", "ticket", "cookie", "authorization", "set-cookie", "link"])(
  "%s is hidden at any depth that we log",
  (name) => {
    const text = written((log) => {
      log.info({ [name]: "hush", input: { [name]: "hush", more: { [name]: "hush" } }, kept: 1 }, "something");
    });
    expect(text).not.toContain("hush");
    expect(JSON.parse(text)).toMatchObject({ kept: 1, msg: "something" });
  },
);

test("an error comes with its cause and stack, and a line stays a line", () => {
  const text = written((log) => log.error({ err: new Error("a\nb", { cause: new Error("deep") }) }, "c\nd"));
  expect(text.trimEnd().split("\n")).toHaveLength(1);
  expect(JSON.parse(text).err).toMatchObject({ message: "a\nb", cause: { message: "deep" } });
});

test("what is below the level is left out", () => {
  expect(written((log) => log.info("no"), "warn")).toBe("");
});

test("a reader that went away does not keep the server from stopping", () => {
  const pipe = join(temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY);
  closeSync(reader);
  const destination = jsonLines(writer);
  const log = createLog("info", destination);
  log.info("nobody reads this");
  log.info("nor this");
  destination.flushSync();
  closeSync(writer);
});
