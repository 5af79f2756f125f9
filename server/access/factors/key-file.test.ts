import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { temporaryFolder } from "../../host/tree.test-data";
import { readOrMakeKey } from "./key-file";

test("a key is made once, for Passdeck alone, and what a crash left half written is none", () => {
  const folder = temporaryFolder();
  const path = join(folder, "some.key");
  writeFileSync(`${path}.new`, "half");
  const key = readOrMakeKey(path);
  expect(key).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readOrMakeKey(path)).toEqual(key);
  expect(readOrMakeKey(join(folder, "another.key"))).not.toEqual(key);
  expect(readdirSync(folder).sort()).toEqual(["another.key", "some.key", "some.key.new"]);
});

test("a damaged file is no key, and stays as it is", () => {
  const path = join(temporaryFolder(), "some.key");
  readOrMakeKey(path);
  truncateSync(path, 7);
  expect(readOrMakeKey(path)).toBeNull();
  expect(statSync(path).size).toBe(7);
});

test("processes that make it at the same time have the same", async () => {
  const program = await testProgram("server/access/factors/testing/key-main.ts");
  const folder = temporaryFolder();
  const makers = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const maker = fork(program, [folder, "20"]);
      await once(maker, "message");
      return maker;
    }),
  );
  const ends = makers.map(async (maker) => {
    const [keys] = await once(maker, "message");
    await once(maker, "exit");
    return keys;
  });
  for (const maker of makers) maker.send("go");
  const had = await Promise.all(ends);
  const kept = Array.from({ length: 20 }, (_none, at) => readFileSync(join(folder, `${at}.key`), "base64"));
  for (const keys of had) expect(keys).toEqual(kept);
  expect(readdirSync(folder)).toHaveLength(20);
});
