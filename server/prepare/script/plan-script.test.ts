import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { planScript, type ScriptedPlan } from "./plan-script";

let root: string;

beforeEach(() => {
  root = temporaryFolder();
});

const plan = (parts: Partial<ScriptedPlan>): ScriptedPlan => ({
  title: "Change how the host starts: add iommu=pt",
  id: "0123456789ab",
  steps: [],
  executable: [],
  programs: [],
  endings: [],
  ...parts,
});

function put(folder: string, file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The script lies outside of the host, as a download does. */
function run(script: string, act: string, folder = root, shell = "dash") {
  const file = join(temporaryFolder(), "plan.sh");
  writeFileSync(file, script);
  return spawnSync(shell, [file, act, folder], { encoding: "utf8" });
}

const look = (folder = root): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => !/^var(?:\/lib(?:\/passdeck-script)?)?$/.test(path))
      .map((path) => {
        const stats = lstatSync(join(folder, path));
        const what = stats.isSymbolicLink()
          ? readlinkSync(join(folder, path))
          : stats.isFile()
            ? readFileSync(join(folder, path), "base64")
            : "folder";
        return [path, `${stats.mode.toString(8)} ${stats.uid} ${what}`];
      }),
  );

const grub = { file: "/etc/default/grub", before: "A='b'\n", after: "A='b c'\r\nPASSDECK\n" };

describe("a plan as a script", () => {
  const name = fc.stringMatching(/^[A-Za-z '"$`;&*-]{1,8}$/).filter((text) => !/^\.*$/.test(text));
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom("", "\n", "no end", "\0\r\n'\"$(id)`"),
  );
  const files = fc.uniqueArray(
    fc.record({
      file: fc.tuple(fc.constantFrom("/etc", "/etc/d e", "/boot/it's"), name).map((parts) => parts.join("/")),
      before: fc.option(text),
      after: text,
      executable: fc.boolean(),
    }),
    { selector: ({ file }) => file, minLength: 1, maxLength: 4 },
  );

  test("run by dash it makes exactly the files that the plan says, and undo gives the bytes back", () => {
    fc.assert(
      fc.property(files, (steps) => {
        const folder = temporaryFolder();
        put(folder, "etc/others", "kept");
        for (const { file, before } of steps) if (before !== null) put(folder, file, before);
        const before = look(folder);
        const script = planScript(
          plan({ steps, executable: steps.filter((step) => step.executable).map(({ file }) => file) }),
        );
        expect(run(script, "apply", folder)).toMatchObject({ status: 0 });
        for (const { file, after, before: was, executable } of steps) {
          expect(readFileSync(join(folder, file)).equals(Buffer.from(after))).toBe(true);
          if (was === null)
            expect(lstatSync(join(folder, file)).mode & 0o777).toBe(executable ? 0o755 : 0o644);
        }
        expect(run(script, "undo", folder)).toMatchObject({ status: 0 });
        expect(look(folder)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test("keeps mode, owner and links, and copies of what it changes", () => {
    put(root, "etc/real", grub.before);
    chmodSync(join(root, "etc/real"), 0o640);
    mkdirSync(join(root, "etc/default"));
    symlinkSync("../real", join(root, "etc/default/grub"));
    const before = look();
    const script = planScript(plan({ steps: [grub] }));
    expect(run(script, "apply").status).toBe(0);
    expect(readlinkSync(join(root, "etc/default/grub"))).toBe("../real");
    expect(readFileSync(join(root, "etc/real"), "utf8")).toBe(grub.after);
    expect(lstatSync(join(root, "etc/real")).mode & 0o777).toBe(0o640);
    const kept = join(root, "var/lib/passdeck-script/0123456789ab/files/etc/default/grub");
    expect(readFileSync(kept, "utf8")).toBe(grub.before);
    // A second time changes nothing.
    const after = look();
    expect(run(script, "apply").status).toBe(0);
    expect(look()).toEqual(after);
    expect(run(script, "undo").status).toBe(0);
    expect(look()).toEqual(before);
  });

  test.each([
    ["a file has changed since the plan", (path: string) => writeFileSync(path, "somebody else\n")],
    ["a file is gone", (path: string) => writeFileSync(`${path}.d`, "") ?? spawnSync("rm", [path])],
    ["a folder stands there", (path: string) => spawnSync("sh", ["-c", 'rm "$0" && mkdir "$0"', path])],
    ["it has several names", (path: string) => spawnSync("ln", [path, `${path}.other`])],
  ])("refuses where %s, before anything is written", (_what, happen) => {
    put(root, "etc/modules", "loop\n");
    put(root, grub.file, grub.before);
    happen(join(root, grub.file));
    const before = look();
    const modules = { file: "/etc/modules", before: "loop\n", after: "loop\nvfio\n" };
    for (const act of ["check", "apply", "undo"]) {
      const { status, stderr } = run(planScript(plan({ steps: [modules, grub] })), act);
      expect([status, stderr]).toEqual([1, expect.stringContaining("/etc/default/grub is not as it was")]);
    }
    expect(look()).toEqual(before);
  });

  test("undo refuses where somebody edited a file after it", () => {
    put(root, grub.file, grub.before);
    const script = planScript(plan({ steps: [grub] }));
    run(script, "apply");
    writeFileSync(join(root, grub.file), `${grub.after}# mine\n`);
    expect(run(script, "undo").status).toBe(1);
    expect(readFileSync(join(root, grub.file), "utf8")).toBe(`${grub.after}# mine\n`);
  });

  test("finishes, or takes back, what a kill has left half done", () => {
    const modules = { file: "/etc/modules", before: null, after: "vfio\n" };
    const script = planScript(plan({ steps: [modules, grub] }));
    for (const act of ["apply", "undo"]) {
      put(root, grub.file, grub.before);
      put(root, modules.file, modules.after);
      put(root, "etc/default/.grub.passdeck-new", "half of i");
      expect(run(script, act).status).toBe(0);
      expect(readFileSync(join(root, grub.file), "utf8")).toBe(act === "apply" ? grub.after : grub.before);
      expect(existsSync(join(root, modules.file))).toBe(act === "apply");
    }
  });

  test("tells the programs, each word as it is, and in the order that takes it back", () => {
    put(root, grub.file, grub.before);
    const script = planScript(
      plan({
        steps: [grub],
        programs: [
          { words: ["update-grub"], back: { kind: "again" } },
          {
            words: ["rpm-ostree", "kargs", "--append-if-missing=a b'c"],
            back: { kind: "command", words: ["rpm-ostree", "kargs", "--delete-if-present=a b'c"] },
          },
        ],
      }),
    );
    const told = (act: string) =>
      run(script, act)
        .stderr.split("\n")
        .filter((line) => line.startsWith("+"));
    expect(told("apply")).toEqual(["+ update-grub", "+ rpm-ostree kargs --append-if-missing=a b'c"]);
    expect(told("undo")).toEqual(["+ rpm-ostree kargs --delete-if-present=a b'c", "+ update-grub"]);
  });

  test("what a program edits by itself is put back, where nobody else has changed it", () => {
    const entry = "boot/loader/entries/one.conf";
    put(root, entry, "options quiet\n");
    const programs = [
      {
        words: ["grubby"],
        back: { kind: "files" as const, paths: ["boot/loader/entries/", "etc/kernel/cmdline"] },
      },
    ];
    // In the place of the program: what it does, as it is told and not run on a copy of a host.
    const script = planScript(plan({ programs })).replace(
      "run grubby",
      'printf "options quiet iommu=pt\\n" >"$root/boot/loader/entries/one.conf"; mkdir -p "$root/etc/kernel"; echo x >"$root/etc/kernel/cmdline"',
    );
    expect(run(script, "apply")).toMatchObject({ status: 0 });
    const applied = look();
    put(root, entry, "options mine\n");
    expect(run(script, "undo").status).toBe(1);
    put(root, entry, "options quiet iommu=pt\n");
    expect(look()).toEqual(applied);
    expect(run(script, "undo").status).toBe(0);
    expect(readFileSync(join(root, entry), "utf8")).toBe("options quiet\n");
    expect(existsSync(join(root, "etc/kernel/cmdline"))).toBe(false);
  });

  test("a program that fails has everything put back", () => {
    put(root, grub.file, grub.before);
    const before = look();
    const programs = [{ words: ["false"], back: { kind: "again" as const } }];
    const script = planScript(plan({ steps: [grub], programs })).replace(
      'if [ -z "$root" ]; then "$@"; fi',
      '"$@"',
    );
    const { status, stderr } = run(script, "apply");
    expect([status, stderr]).toEqual([1, expect.stringContaining("everything is put back")]);
    expect(look()).toEqual(before);
  });

  test.each(["", "sudo"])("asks what to do when it is called with %j", (act) => {
    expect(run(planScript(plan({ steps: [grub] })), act)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("check, apply or undo"),
    });
  });

  test("bash reads it as well", () => {
    const script = planScript(plan({ steps: [grub] }));
    put(root, grub.file, grub.before);
    expect(run(script, "apply", root, "bash").status).toBe(0);
    expect(run(script, "undo", root, "bash").status).toBe(0);
  });
});
