import { expect, test } from "vitest";
import { createLog } from "./log";

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
