import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../errors";
import { temporaryFolder } from "../../tree.test-data";
import { readers, startOf, treeBy } from "./reader.test-data";
import { readerScript } from "./reader-script";
import type { StartScript } from "./remote-tree";

/** Long enough for a busy machine, where a limit is not what the test is about. */
const ample = 100_000;

/** Starts what stands in the list, one after the other; the last one for ever. Keeps what was started. */
function starting(...starts: StartScript[]) {
  const children: ChildProcessWithoutNullStreams[] = [];
  const start: StartScript = (script) => {
    const child = (starts[children.length] ?? starts.at(-1))?.(script);
    if (child === undefined) throw new Error("nothing to start");
    children.push(child);
    return child;
  };
  return { start, children };
}

const perl = startOf.bind(null, "perl");

/** A reader that says this, whatever it is asked. */
function saying(script: string): StartScript {
  return () => spawn("/bin/sh", ["-c", script], { stdio: "pipe" });
}

const greeting = "passdeck-reader-1 sh";

/** A reader that answers `a` to its first request, and then hangs. */
const hanging = saying(`echo ${greeting}; read -r first; printf '= 1\\na\\n'; exec sleep 1000`);

function fileWith(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), text);
  return join(folder, "file").slice(1);
}

describe("the script", () => {
  test("stands between single quotes in any shell: nothing in it would end or escape there", () => {
    // A shell that takes a backslash between single quotes for one takes it before a quote and before itself.
    expect(readerScript()).not.toMatch(/\\['\\]/);
    expect(readerScript().match(/'/g)).toHaveLength(4);
    expect(readerScript().length).toBeLessThan(16_000);
  });

  test.each(["dash", "bash", "busybox"] as const)(
    "runs as a word of the command that %s is given",
    async (shell) => {
      const path = fileWith("found");
      const start: StartScript = (script) =>
        startOf(shell)(
          `exec ${shell === "busybox" ? "busybox sh" : shell} -c '${script.replaceAll("'", "'\\''")}'`,
        );
      expect(await treeBy(start).readText(path)).toBe("found");
    },
  );
});

describe("noise", () => {
  test.each([
    ["lines", "echo Welcome; echo '= 3'; echo ."],
    ["a line that does not end", "printf 'Last login: today '"],
    ["bytes that are no text", "head -c 100000 /dev/zero | tr '\\000' '\\377\\n'; echo"],
  ])("of a user's shell before the reader is passed over: %s", async (_, noise) => {
    const path = fileWith("found");
    const tree = treeBy((script) => startOf("perl")(`PATH=$PATH:/usr/bin:/bin\n${noise}\n${script}`));
    expect(await tree.readText(path)).toBe("found");
  });

  test("without an end is told", async () => {
    await expect(treeBy(saying("exec cat /dev/zero")).readText("a")).rejects.toThrow(
      "broke off: a line of what was said there did not end. Try again.",
    );
  });

  test("in place of answers is told", async () => {
    const tree = treeBy(saying(`echo ${greeting}; echo 'command not found'; exec cat`));
    await expect(tree.readText("proc/version")).rejects.toMatchObject({
      code: "host-unreachable",
      userMessage: "Reading the files of host-b broke off: “command not found” is no answer. Try again.",
    });
  });
});

test.each(readers)(
  "%s is never asked for a path with a line feed or a zero byte: nothing stands there",
  async (reader) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a\nf "), { recursive: true });
    writeFileSync(join(folder, "a\nf /b"), "not to be found");
    const paths = [`${folder.slice(1)}/a\nf /b`, "etc/passwd\0", "etc/passwd\n", "\n", "x\n.\nt /etc/passwd"];
    const tree = treeBy(startOf(reader));
    const files = await tree.readMany({
      ...{ texts: [...paths, "proc/version"], bytes: paths, links: paths, folders: paths, presence: paths },
      ...{ deviceNumbers: paths, opened: paths },
    });
    for (const path of paths) {
      expect([files.text(path), files.bytes(path), files.link(path), files.deviceNumbers(path)]).toEqual(
        Array(4).fill(null),
      );
      expect([files.lists(path), files.has(path), files.opened(path)]).toEqual([false, false, "ENOENT"]);
    }
    expect(files.text("proc/version")).toContain("Linux");
  },
);

test("a batch of nothing, or of nothing that can be there, begins no reader", async () => {
  const { start, children } = starting(perl());
  const files = await treeBy(start).readMany({ texts: ["a\nb"] });
  expect(files.text("a\nb")).toBeNull();
  expect(children).toEqual([]);
});

describe("a reader that ends", () => {
  test("before its last answer breaks its batch off, with its last words, and the next batch begins another", async () => {
    const path = fileWith("found");
    const dying = saying(
      `echo ${greeting}; read -r a; printf '= 1\\na\\n'; echo 'one' >&2; echo 'Killed.' >&2; exit 3`,
    );
    const tree = treeBy(starting(dying, perl()).start);
    await expect(tree.readMany({ texts: [path, "b"] })).rejects.toMatchObject({
      code: "host-unreachable",
      userMessage: "Reading the files of host-b broke off: Killed. Try again.",
    });
    expect(await tree.readText(path)).toBe("found");
  });

  test.each([
    ["in the midst of an answer", `echo ${greeting}; printf '= 100\\nabc'`, "it ended with status 0"],
    ["before it begins", "exit 127", "it ended with status 127"],
    ["by a signal", "kill -KILL $$", "it ended with SIGKILL"],
  ])("%s does so as well", async (_, script, why) => {
    await expect(treeBy(saying(script)).readText("a")).rejects.toThrow(
      `Reading the files of host-b broke off: ${why}. Try again.`,
    );
  });

  test("as its program is not there is told", async () => {
    const tree = treeBy(() => spawn("/no/such/program", [], { stdio: "pipe" }));
    await expect(tree.readText("a")).rejects.toThrow("broke off: spawn /no/such/program ENOENT. Try again.");
  });

  test("while it has nothing to do is replaced unseen", async () => {
    const path = fileWith("found");
    const { start, children } = starting(perl());
    const tree = treeBy(start);
    await tree.readText(path);
    const [first] = children;
    first?.kill("SIGKILL");
    if (first !== undefined) await once(first, "close");
    expect(await tree.readText(path)).toBe("found");
    expect(children).toHaveLength(2);
  });

  test("takes only its own batch with it", async () => {
    const path = fileWith("found");
    const dying = saying(`echo ${greeting}; read -r a; exit 1`);
    const tree = treeBy(starting(dying, perl()).start);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => tree.readText(path)));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"))).toEqual([
      "failed",
      "found",
      "found",
    ]);
  });
});

test("a host that can't be reached says so to each that asks", async () => {
  const gone = new AppError("host-unreachable", { userMessage: "host-b is off." });
  const tree = treeBy(() => {
    throw gone;
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => tree.readText("a")));
  expect(outcomes).toEqual(Array(3).fill({ status: "rejected", reason: gone }));
});

describe("a reader that hangs", () => {
  test("is ended in time, and its batch says what was waited for; the next batch begins another", async () => {
    const path = fileWith("found");
    const { start, children } = starting(hanging, perl());
    const tree = treeBy(start, { limitMs: 4_000 });
    await expect(tree.readMany({ texts: ["a", "sys/slow", "c"] })).rejects.toMatchObject({
      code: "timed-out",
      userMessage:
        "host-b did not answer within 4 s; it was to read /sys/slow. A disk, a device or the connection hangs: look at its kernel’s log, and try again.",
    });
    const [first] = children;
    if (first?.signalCode === null) await once(first, "close");
    expect(first?.signalCode).toBe("SIGKILL");
    expect(await tree.readText(path)).toBe("found");
  });

  test("before it has begun is ended as well", async () => {
    const stopped: StartScript = (script) => {
      const child = perl()(script);
      child.kill("SIGSTOP");
      return child;
    };
    const tree = treeBy(stopped, { limitMs: 500 });
    await expect(tree.readText("proc/uptime")).rejects.toThrow("it was to read /proc/uptime");
  });

  test("holds up no other batch for long", async () => {
    const path = fileWith("found");
    const { start, children } = starting(hanging, perl());
    const tree = treeBy(start, { limitMs: ample, patienceMs: 50 });
    const stuck = tree.readMany({ texts: ["a", "sys/slow"] });
    stuck.catch(() => undefined);
    expect(await Promise.all([1, 2, 3].map(() => tree.readText(path)))).toEqual(["found", "found", "found"]);
    expect(await tree.readText(path)).toBe("found");
    expect(children.length).toBeLessThanOrEqual(3);
    expect(children[0]?.signalCode).toBeNull();
    tree.close();
    await expect(stuck).rejects.toThrow("The connection to host-b was closed.");
  });

  test("is not joined by more than two others, and who waits for them waits no longer either", async () => {
    const { start, children } = starting(hanging);
    const tree = treeBy(start, { limitMs: 1_000, patienceMs: 10 });
    const asked = [1, 2, 3, 4, 5].map((n) => tree.readMany({ texts: ["a", `sys/slow${n}`] }));
    const codes = Promise.all(
      asked.map((one) =>
        one.then(
          () => null,
          ({ code }: AppError) => code,
        ),
      ),
    );
    await asked[0]?.catch(() => undefined);
    expect(children).toHaveLength(3);
    expect(await codes).toEqual(Array(5).fill("timed-out"));
  });
});

test("two hundred batches at once are all answered by one reader", async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 200 }, (_, index) => `file${index}`);
  for (const name of names) writeFileSync(join(folder, name), `${name}\n`.repeat(500));
  const { start, children } = starting(perl());
  const tree = treeBy(start, { patienceMs: ample });
  const found = await Promise.all(names.map((name) => tree.readText(`${folder.slice(1)}/${name}`)));
  expect(found).toEqual(names.map((name) => `${name}\n`.repeat(500)));
  expect(children).toHaveLength(1);
});

describe("a tree that is closed", () => {
  test("ends its reader, and what is asked then says so", async () => {
    const { start, children } = starting(perl());
    const tree = treeBy(start);
    await tree.readText("proc/version");
    tree.close();
    const [child] = children;
    if (child?.signalCode === null && child.exitCode === null) await once(child, "close");
    await expect(tree.readText("proc/version")).rejects.toMatchObject({
      code: "host-unreachable",
      userMessage: "The connection to host-b was closed.",
    });
    expect(children).toHaveLength(1);
  });

  test.each(readers)("%s ends by itself when nobody speaks to it any more", async (reader) => {
    const { start, children } = starting(startOf(reader));
    await treeBy(start).readText("proc/version");
    const [child] = children;
    child?.stdin.end();
    if (child !== undefined) await once(child, "close");
    expect(child?.exitCode).toBe(0);
  });
});
