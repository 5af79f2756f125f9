import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FactorKey } from "./factor-key";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-key-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("what was sealed is read after a start, for its user alone, and is not there in plain", () => {
  const sealed = new FactorKey(folder).seal("JBSWY3DP", "ada");
  expect(sealed).not.toContain("JBSWY3DP");
  expect(new FactorKey(folder).seal("JBSWY3DP", "ada")).not.toBe(sealed);
  expect(new FactorKey(folder).unseal(sealed, "ada")).toBe("JBSWY3DP");
  expect(() => new FactorKey(folder).unseal(sealed, "bob")).toThrow(/recovery code/);
});

test("the key is for Passdeck alone; with another one, or a damaged one, nothing is read and nothing is made anew", () => {
  const path = join(folder, "factors.key");
  const sealed = new FactorKey(folder).seal("JBSWY3DP", "ada");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, Buffer.alloc(32));
  expect(() => new FactorKey(folder).unseal(sealed, "ada")).toThrow(/not the file that it was/);
  truncateSync(path, 7);
  expect(() => new FactorKey(folder).seal("JBSWY3DP", "ada")).toThrow(/damaged/);
});

test.each(["", "A", "A".repeat(60)])("%j is nothing that was sealed", (sealed) => {
  expect(() => new FactorKey(folder).unseal(sealed, "ada")).toThrow(/not the file that it was/);
});
