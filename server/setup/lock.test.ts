import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
/** A checkout of its own: this one's lock is somebody's who builds beside the tests. */
const checkout = mkdtempSync(join(tmpdir(), "passdeck-lock-"));
const lock = join(checkout, "server/setup/lock.mjs");
for (const name of ["lock.mjs", "project.mjs"])
  cpSync(new URL(name, import.meta.url), join(checkout, "server/setup", name));
afterAll(() => rmSync(checkout, { recursive: true }));

/** Another Node that does `work` while it holds the lock. */
function holding(work: string): string[] {
  const script = `import { withSetupLock } from ${JSON.stringify(lock)}; await withSetupLock(async () => { ${work} });`;
  return ["--input-type=module", "--eval", script];
}

describe("withSetupLock", () => {
  test("lets one process at a time through", async () => {
    const holder = spawn(
      process.execPath,
      holding('console.log("held"); await new Promise((end) => process.stdin.resume().once("end", end))'),
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    await once(holder.stdout, "data");
    const second = spawn(process.execPath, holding('console.log("through")'), {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const words = second.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    expect((await words.next()).value).toContain("waiting for it");
    holder.stdin.end();
    expect((await words.next()).value).toContain("through");
  });

  test("is free again once its holder was killed", async () => {
    const holder = spawn(
      process.execPath,
      holding('console.log("held"); await new Promise(() => setInterval(() => {}, 1000))'),
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await once(holder.stdout, "data");
    holder.kill("SIGKILL");
    const { stdout } = await run(process.execPath, holding('console.log("through")'));
    expect(stdout).toContain("through");
  });
});
