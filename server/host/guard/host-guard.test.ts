import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { localGuard } from "./host-guard";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "host-guard-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a guard that can't begin is seen to be gone, whenever that is", async () => {
  const started = localGuard([], () => join(folder, "not-there.mjs")).start(folder);
  expect(started.ended).toBe(false);
  await vi.waitFor(() => expect(started.ended).toBe(true), 60_000);
});

test("one that goes on is known by its trial's folder, and goes when it is hurried", async () => {
  const program = join(folder, "waits.mjs");
  writeFileSync(
    program,
    `
    import { writeFileSync } from "node:fs";
    setInterval(() => undefined, 1000);
    writeFileSync(process.argv[2] + "/pid", String(process.pid));
  `,
  );
  const guard = localGuard([], () => program);
  const started = guard.start(folder);
  const pid = await vi.waitFor(
    () => Number(readFileSync(join(folder, "pid"), "utf8")) || expect.fail(),
    60_000,
  );
  expect(guard.lives(pid, folder)).toBe(true);
  expect(guard.lives(pid, `${folder}-of-another`)).toBe(false);
  expect(started.ended).toBe(false);
  guard.hurry(pid, folder);
  await vi.waitFor(() => expect(started.ended).toBe(true), 60_000);
  expect(guard.lives(pid, folder)).toBe(false);
});
