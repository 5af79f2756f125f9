import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { temporaryFolder } from "../tree.test-data";

/* What a Passdeck that was taken over may send to its root helper. Nothing of it may change a byte. */

const program = await testProgram("server/host/root/testing/helper-main.ts");
let root: string;

const device = "sys/bus/pci/devices/0000:01:00.0";
const files: Readonly<Record<string, string>> = {
  "etc/shadow": "root:secret\n",
  "etc/default/grub": "GRUB_CMDLINE_LINUX=quiet\n",
  "etc/modprobe.d/two-names.conf": "# kept\n",
  "boot/loader/entries/others.conf": "title Others\n",
  "boot/vmlinuz": "kernel",
  [`${device}/driver_override`]: "(null)\n",
  [`${device}/rom_backup`]: "",
  [`${device}/driver/unbind`]: "",
  [`${device}/remove`]: "",
  "sys/bus/pci/drivers_probe": "",
  "sys/bus/pci/drivers/nouveau/bind": "",
  "sys/bus/pci/drivers/nouveau/new_id": "",
  "sys/kernel/uevent_helper": "",
  "proc/sys/kernel/core_pattern": "core",
};

beforeEach(() => {
  root = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  symlinkSync("/etc/shadow", join(root, "etc/modprobe.d/secret.conf"));
  symlinkSync("../../../../../../etc/shadow", join(root, "etc/modprobe.d/upwards.conf"));
  symlinkSync("circle.conf", join(root, "etc/modprobe.d/circle.conf"));
  symlinkSync("shadow", join(root, "etc/dracut.conf"));
  symlinkSync("../etc/shadow", join(root, "boot/secret.conf"));
  symlinkSync("/etc", join(root, "etc/sysctl.d"));
  linkSync(join(root, "etc/modprobe.d/two-names.conf"), join(root, "etc/other-name"));
  execFileSync("mkfifo", [join(root, "etc/modprobe.d/pipe.conf")]);
  for (const [folder, uid] of [
    ["etc/modules-load.d", 0],
    ["etc/cmdline.d", 65_534],
  ] as const) {
    mkdirSync(join(root, folder));
    chownSync(join(root, folder), uid, uid);
    chmodSync(join(root, folder), 0o777);
  }
});

const replace = (path: string, to: string | null = "evil", from: string | null = null) => ({
  act: "replace",
  path,
  from,
  to,
  executable: false,
});
const run = (...words: string[]) => ({ act: "run", words });
const look = (kind: string, ...paths: string[]) => ({ act: "look", batch: { [kind]: paths } });
const write = (path: string, value: string) => ({ act: "kernelWrite", path, value });

/** What it is, and what is sent: an order, or a line as it is. */
const hostile: readonly (readonly [string, unknown])[] = [
  ["a file off the list", replace("etc/shadow", "x", files["etc/shadow"])],
  ["a path upwards", replace("etc/modprobe.d/../shadow")],
  ["a path upwards to a file on the list", replace("etc/x/../default/grub")],
  ["an absolute path", replace("/etc/default/grub")],
  ["an empty part", replace("etc//default/grub")],
  ["a dot", replace("./etc/default/grub")],
  ["a NUL behind a name on the list", replace("etc/default/grub\0.cfg")],
  ["a line feed in a name", replace("etc/modprobe.d/a\n.conf")],
  ["a folder below one on the list", replace("etc/modprobe.d/deeper/a.conf")],
  ["a hidden file", replace("etc/modprobe.d/.a.conf")],
  ["an absolute link off the list", replace("etc/modprobe.d/secret.conf")],
  ["a link upwards", replace("etc/modprobe.d/upwards.conf")],
  ["a link that runs in circles", replace("etc/modprobe.d/circle.conf")],
  ["a link beside the file", replace("etc/dracut.conf")],
  ["a link to a folder", replace("etc/sysctl.d/a.conf")],
  ["reading through a link", { act: "read", path: "etc/modprobe.d/secret.conf" }],
  ["reading a file off the list", { act: "read", path: "etc/shadow" }],
  ["looking at a file off the list", look("texts", "etc/shadow")],
  ["looking upwards", look("texts", "boot/../etc/shadow.conf")],
  ["looking at a kernel", look("texts", "boot/vmlinuz")],
  ["looking through a link in /boot", look("texts", "boot/secret.conf")],
  ["looking into another folder", look("folders", "root")],
  ["looking at what a process has in memory", look("bytes", "proc/1/mem")],
  ["looking at a process’s surroundings", look("texts", "proc/1/environ")],
  ["looking at more than the configuration space", look("bytes", `${device}/resource0`)],
  ["opening a device", look("opened", "dev/sda")],
  ["one path off the list among others", look("texts", "boot/loader/entries/others.conf", "etc/shadow")],
  ["a file with another name elsewhere", replace("etc/modprobe.d/two-names.conf", "x", "# kept\n")],
  ["a pipe", replace("etc/modprobe.d/pipe.conf")],
  ["a folder that everybody may write to, where links can be swapped", replace("etc/modules-load.d/a.conf")],
  ["a folder of somebody else’s", replace("etc/cmdline.d/a.conf")],
  ["taking a file away that is another one", replace("etc/default/grub", null, "not this")],
  [
    "taking folders away that are not the file’s",
    { act: "removeFolders", path: "etc/default/grub", folders: ["boot"] },
  ],
  ["folders upwards", { act: "removeFolders", path: "etc/default/grub", folders: ["etc/default/.."] }],
  ["a shell", run("sh", "-c", "id")],
  ["a program by its path", run("/bin/sh")],
  ["a program on the list with more words", run("update-grub", "--output=/etc/shadow")],
  [
    "a line feed that would make two words of one",
    run("grubby", "--update-kernel=ALL", "--args=a\n--copy-default"),
  ],
  ["a name of every object", run("constructor")],
  ["a word that leads out of the folder", run("rm", "--force", "/boot/efi/../../etc/passdeck-trial.img")],
  ["no program", run()],
  ["unbinding another device than the path’s", write(`${device}/driver/unbind`, "0000:02:00.0")],
  ["a kernel file off the list", write(`${device}/remove`, "1")],
  ["ids of a driver", write("sys/bus/pci/drivers/nouveau/new_id", "10de 2204")],
  ["a program for the kernel to start", write("proc/sys/kernel/core_pattern", "|/tmp/evil")],
  ["a driver’s name upwards", write("sys/bus/pci/drivers/../../../kernel/uevent_helper", "0000:01:00.0")],
  ["a driver called ..", write("sys/bus/pci/drivers/../bind", "0000:01:00.0")],
  ["two values at once", write("sys/bus/pci/drivers_probe", "0000:01:00.0\n0000:02:00.0")],
  ["a NUL in a value", write(`${device}/driver_override`, "vfio-pci\0")],
  ["a value that is no address", write("sys/bus/pci/drivers_probe", "$(id)")],
  ["a module that is not on the list", { act: "loadModule", name: "evil" }],
  ["an option in a module’s place", { act: "loadModule", name: "--dirname=/tmp" }],
  ["an act that there is none of", { act: "exec", words: ["id"] }],
  ["more than belongs to an order", { ...replace("etc/default/grub"), root: "/" }],
  ["a part left out", { act: "replace", path: "etc/default/grub" }],
  ["words that are none", { act: "run", words: [{ toString: "update-grub" }] }],
  ["a prototype", JSON.parse('{"act":"read","path":"etc/shadow","__proto__":{"act":"run"}}')],
  ["a path of a megabyte", { act: "read", path: `etc/${"a/".repeat(500_000)}x` }],
  ["a thousand words", run(...Array.from({ length: 1_000 }, () => "update-grub"))],
];

const bare: readonly (readonly [string, string])[] = [
  ["no JSON", "update-grub"],
  ["half of an order", '{"id":1,"order":{"act":"run"'],
  ["nothing", ""],
  ["nesting without end", "[".repeat(100_000)],
  ["no UTF-8", '\xff\xfe{"id":1}'],
  ["an id that is no number", '{"id":"1","order":{"act":"run","words":["update-grub"]}}'],
];

function send(input: string, environment: NodeJS.ProcessEnv = process.env) {
  return spawnSync(process.execPath, [program, root], { input, env: environment, encoding: "utf8" });
}

const answersOf = (output: string) =>
  output
    .split("\n")
    .flatMap((line): { id: number | null; outcome: object }[] => (line === "" ? [] : [JSON.parse(line)]));

describe("hostile orders", () => {
  test(`${hostile.length} of them are refused, each by itself, and nothing has changed`, () => {
    const before = snapshot();
    const lines = hostile.map(([, order], id) => JSON.stringify({ id, order }));
    const { stdout, status } = send(`${lines.join("\n")}\n`);
    expect(status).toBe(0);
    const answers = answersOf(stdout);
    for (const [id, [what, order]] of hostile.entries()) {
      const own = answers.find((answer) => answer.id === id);
      // An order of no known form is answered without its number.
      expect(
        own === undefined ? unformed : own.outcome,
        `${what}: ${JSON.stringify(order).slice(0, 200)}`,
      ).toHaveProperty("error");
    }
    expect(answers).toHaveLength(hostile.length);
    expect(snapshot()).toEqual(before);
  });

  test.each(bare)("%s is answered as what nobody knows", (_what, line) => {
    const before = snapshot();
    expect(answersOf(send(`${line}\n`).stdout)).toEqual([{ id: null, outcome: unformed }]);
    expect(snapshot()).toEqual(before);
  });

  test("a line without end is not kept in memory", () => {
    const { stdout, status } = send("x".repeat(25 * 2 ** 20));
    expect([status, answersOf(stdout)]).toEqual([
      0,
      [
        {
          id: null,
          outcome: { error: { code: "bad-input", userMessage: expect.stringContaining("longer") } },
        },
      ],
    ]);
  });

  test("closed input is no order, and an order that is cut off is not carried out", () => {
    const before = snapshot();
    expect(send("")).toMatchObject({ status: 0, stdout: "" });
    const whole = JSON.stringify({ id: 1, order: replace("etc/modprobe.d/new.conf") });
    expect(send(whole)).toMatchObject({ status: 0, stdout: "" });
    expect(snapshot()).toEqual(before);
  });

  test("a link that lies where the new text is written beside its file is not followed", () => {
    symlinkSync(join(root, "etc/shadow"), join(root, "etc/modprobe.d/.a.conf.passdeck-new"));
    const { stdout } = send(
      `${JSON.stringify({ id: 1, order: replace("etc/modprobe.d/a.conf", "options\n") })}\n`,
    );
    expect(answersOf(stdout)).toEqual([{ id: 1, outcome: { value: null } }]);
    expect(readFileSync(join(root, "etc/shadow"), "utf8")).toBe("root:secret\n");
    expect(readFileSync(join(root, "etc/modprobe.d/a.conf"), "utf8")).toBe("options\n");
  });
});

const unformed = {
  error: { code: "bad-input", userMessage: "The root helper was asked for nothing that it knows." },
};

/** Every file and link of the host, with what it holds. */
function snapshot(): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink()) return [path, `-> ${readlinkSync(path)}`];
      return [path, entry.isFile() ? readFileSync(path, "base64") : "no file"];
    }),
  );
}
