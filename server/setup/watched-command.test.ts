import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runWatched } from "./watched-command.mjs";

const limit = 60_000;
const patience = { timeout: 50_000 };

/** What a started command printed so far, and its end. */
function watch(script: string) {
  const printed = { text: "" };
  const status = runWatched(process.execPath, ["--eval", script], {
    cwd: ".",
    env: process.env,
    silenceMilliseconds: limit,
    onOutput: (text: string) => {
      printed.text += text;
    },
  });
  return { printed, status };
}

/** Prints its pid, and a line at each SIGUSR2. */
const speaker =
  'process.on("SIGUSR2", () => console.log("more")); console.log(process.pid); setInterval(() => {}, 1000)';
/** Prints the pids of itself and of a child, which hears no request to end. */
const parent = `
  const script = 'process.on("SIGTERM", () => {}); console.log(process.pid); setInterval(() => {}, 1000)';
  require("child_process").spawn(process.execPath, ["--eval", script], { stdio: "inherit" });
  console.log(process.pid)`;

// The limits pass when the test says so, however slow the machine is.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Resolves to the numbers that were printed, once there are so many. */
function numbers(printed: { text: string }, count: number): Promise<number[]> {
  return until(() => {
    const found = printed.text.match(/^\d+$/gm) ?? [];
    return found.length < count ? null : found.map(Number);
  });
}

/** Polls by the real clock. */
async function until<T>(look: () => T | null): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== null) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A process that has ended may stay listed ("Z") until somebody asks for its exit status. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

test("what prints goes on, whatever time it takes", patience, async () => {
  const { printed, status } = watch(speaker);
  const [pid = 0] = await numbers(printed, 1);
  for (let time = 1; time <= 3; time += 1) {
    vi.advanceTimersByTime(limit - 1);
    process.kill(pid, "SIGUSR2");
    await until(() => (printed.text.split("more").length > time ? true : null));
  }
  expect(isRunning(pid)).toBe(true);
  process.kill(pid);
  await status;
  expect(printed.text).not.toContain("It is ended");
});

test("what is silent is ended with its children, and it is said", patience, async () => {
  const { printed, status } = watch(parent);
  const pids = await numbers(printed, 2);
  vi.advanceTimersByTime(limit - 1);
  expect(pids.map(isRunning)).toEqual([true, true]);
  vi.advanceTimersByTime(1);
  expect(printed.text).toContain("printed nothing for 60 s. It is ended.");
  vi.advanceTimersByTime(limit);
  expect(await status).toBe(null);
  await until(() => (pids.some(isRunning) ? null : true));
});

test("the exit status is handed on, and a command that is not there is said", patience, async () => {
  expect(await watch("process.exit(3)").status).toBe(3);
  const said: string[] = [];
  const status = await runWatched("/no/such/program", [], {
    cwd: ".",
    env: process.env,
    silenceMilliseconds: limit,
    onOutput: (text: string) => said.push(text),
  });
  expect(status).not.toBe(0);
  expect(said.join("")).toContain("ENOENT");
});
