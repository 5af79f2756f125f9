import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { temporaryFolder } from "../tree.test-data";
import { answerOrder } from "./answer-order";
import { HelperConfiguration } from "./helper-configuration";
import { LocalConfiguration } from "./local-configuration";
import { refuseForeignProgram } from "./own-program";

const program = await testProgram("server/host/configuration/testing/helper-main.ts");
let root: string;
let helper: HelperConfiguration;

beforeEach(() => {
  root = temporaryFolder();
  helper = new HelperConfiguration(process.execPath, [program, root]);
});

const path = "etc/modprobe.d/vfio.conf";

describe("a configuration behind a helper", () => {
  test("does what the helper's own does", async () => {
    expect(await helper.read(path)).toBeNull();
    expect(await helper.missingFolders(path)).toEqual(["etc", "etc/modprobe.d"]);
    await helper.replace({ path, from: null, to: "a ü\r\n", executable: false });
    const kept = await helper.read(path);
    expect([Buffer.from(kept?.bytes ?? []).toString(), kept?.mode]).toEqual(["a ü\r\n", 0o644]);
    await helper.replace({ path, from: "a ü\r\n", to: null, executable: false });
    await helper.removeFolders(path, ["etc", "etc/modprobe.d"]);
    expect(await helper.missingFolders(path)).toEqual(["etc", "etc/modprobe.d"]);
    mkdirSync(join(root, "run"));
    expect(await helper.run(["update-grub"])).toMatchObject({ status: expect.any(Number) });
  });

  test("refuses as it does, in its words", async () => {
    await expect(helper.read("etc/shadow")).rejects.toMatchObject({ code: "forbidden" });
    await expect(helper.run(["sh", "-c", "id"])).rejects.toMatchObject({
      code: "forbidden",
      userMessage: expect.stringContaining("does not run"),
    });
    const theirs = { path, from: "a", to: "b", executable: false };
    await expect(helper.replace(theirs)).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    ["that is not there", "/nowhere/sudo", "ENOENT"],
    ["that says nothing", "/bin/false", "it said nothing"],
  ])("says that a helper can't be used %s", async (_what, absent, why) => {
    await expect(new HelperConfiguration(absent, []).read(path)).rejects.toMatchObject({
      code: "forbidden",
      userMessage: expect.stringContaining(why),
    });
  });
});

test.each(["", "{}", '{"act":"exec","words":[]}', '{"act":"read","path":"x","more":1}'])(
  "an order that is none is answered so: %j",
  async (text) => {
    const tools = { run: () => Promise.reject(new Error("nothing is run")) };
    const answer = JSON.parse(await answerOrder(new LocalConfiguration({ root, tools }), text));
    expect(["bad-input", "internal"]).toContain(answer.error.code);
  },
);

test("a program that others can change is not run as root", () => {
  const own = join(root, "helper.mjs");
  writeFileSync(own, "");
  chmodSync(own, 0o666);
  expect(() => refuseForeignProgram([own])).toThrow("is not root’s alone");
  expect(() => refuseForeignProgram(["/bin/sh"])).not.toThrow();
});
