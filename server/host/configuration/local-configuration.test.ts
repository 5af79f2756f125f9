import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
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
import { localTools } from "../tools";
import { temporaryFolder } from "../tree.test-data";
import { LocalConfiguration } from "./local-configuration";

let root: string;
let configuration: LocalConfiguration;

beforeEach(() => {
  root = temporaryFolder();
  configuration = new LocalConfiguration({ root, tools: localTools() });
});

const path = "etc/modprobe.d/vfio.conf";
const at = (name: string) => join(root, name);
const textOf = (name: string) => readFileSync(at(name), "utf8");

function write(name: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  chmodSync(at(name), mode);
}

const replace = (from: string | null, to: string | null, name = path) =>
  configuration.replace({ path: name, from, to, executable: false });

describe("replacing a file", () => {
  test("keeps its owner, mode and extended attributes", async () => {
    write(path, "a\n", 0o640);
    chownSync(at(path), 1234, 4321);
    const attribute = (words: string) => execFileSync("python3", ["-c", `import os,sys; ${words}`, at(path)]);
    attribute("os.setxattr(sys.argv[1], 'user.note', b'mine')");
    await replace("a\n", "b\n");
    const { mode, uid, gid } = lstatSync(at(path));
    expect([mode & 0o7777, uid, gid, textOf(path)]).toEqual([0o640, 1234, 4321, "b\n"]);
    expect(attribute("print(os.getxattr(sys.argv[1], 'user.note'))").toString()).toBe("b'mine'\n");
  });

  test("does without a program that copies attributes", async () => {
    const tools = { run: async () => ({ status: 1, output: "", errors: "unrecognized option" }) };
    configuration = new LocalConfiguration({ root, tools });
    write(path, "a\n", 0o604);
    chownSync(at(path), 1234, 4321);
    await replace("a\n", "b\n");
    const { mode, uid, gid } = lstatSync(at(path));
    expect([mode & 0o7777, uid, gid, textOf(path)]).toEqual([0o604, 1234, 4321, "b\n"]);
  });

  test("goes through links, also to what is not there yet, and leaves them what they are", async () => {
    mkdirSync(at("etc/modules-load.d"), { recursive: true });
    symlinkSync("../modules", at("etc/modules-load.d/modules.conf"));
    await replace(null, "vfio\n", "etc/modules-load.d/modules.conf");
    expect(textOf("etc/modules")).toBe("vfio\n");
    expect(readlinkSync(at("etc/modules-load.d/modules.conf"))).toBe("../modules");
    await replace("vfio\n", null, "etc/modules-load.d/modules.conf");
    expect(existsSync(at("etc/modules"))).toBe(false);
    expect(readlinkSync(at("etc/modules-load.d/modules.conf"))).toBe("../modules");
  });

  test.each([
    ["/etc/passwd", "etc/passwd"],
    ["../../../../etc/passwd", "etc/passwd"],
    ["../passwd", "etc/passwd"],
  ])("refuses a link to %s, which stays within the root and off the list", async (target, place) => {
    write("etc/passwd", "root\n");
    mkdirSync(at(dirname(path)), { recursive: true });
    symlinkSync(target, at(path));
    await expect(replace("root\n", "mine\n")).rejects.toMatchObject({
      code: "forbidden",
      userMessage: expect.stringContaining(`which is a link to /${place}`),
    });
    expect(textOf("etc/passwd")).toBe("root\n");
  });

  test("refuses links that run in circles, folders, and files of several names", async () => {
    mkdirSync(at(dirname(path)), { recursive: true });
    symlinkSync("vfio.conf", at(path));
    await expect(replace("a", "b")).rejects.toMatchObject({
      userMessage: expect.stringContaining("circles"),
    });
    mkdirSync(at("etc/modprobe.d/folder.conf"));
    await expect(replace("a", "b", "etc/modprobe.d/folder.conf")).rejects.toThrow("no plain file");
    write("etc/modprobe.d/one.conf", "a");
    linkSync(at("etc/modprobe.d/one.conf"), at("etc/modprobe.d/two.conf"));
    await expect(replace("a", "b", "etc/modprobe.d/one.conf")).rejects.toThrow("several names");
  });

  test("leaves what somebody else has changed, and does nothing twice", async () => {
    write(path, "theirs\n");
    await expect(replace("a\n", "b\n")).rejects.toMatchObject({ code: "conflict" });
    await expect(replace(null, "b\n")).rejects.toMatchObject({ code: "conflict" });
    await expect(replace("a\n", null)).rejects.toMatchObject({ code: "conflict" });
    expect(textOf(path)).toBe("theirs\n");
    const { ino } = lstatSync(at(path));
    await replace("a\n", "theirs\n");
    expect(lstatSync(at(path)).ino).toBe(ino);
    await replace("b\n", null, "etc/modprobe.d/gone.conf").catch(() => undefined);
    await replace("b\n", null, "etc/modprobe.d/gone.conf");
  });

  test("sees a change that comes while it gets ready", async () => {
    const inner = localTools();
    const tools = {
      run: async (program: string, words: readonly string[]) => {
        const result = await inner.run(program, words);
        writeFileSync(at(path), "theirs\n");
        return result;
      },
    };
    configuration = new LocalConfiguration({ root, tools });
    write(path, "a\n");
    await expect(replace("a\n", "b\n")).rejects.toMatchObject({ code: "conflict" });
    expect(textOf(path)).toBe("theirs\n");
    expect(readdirSync(at(dirname(path)))).toEqual(["vfio.conf"]);
  });

  test("makes folders and takes them away, but for those that something is in", async () => {
    const name = "usr/lib/dracut/modules.d/90passdeck-vfio/module-setup.sh";
    mkdirSync(at("usr/lib"), { recursive: true });
    const folders = await configuration.missingFolders(name);
    expect(folders.at(0)).toBe("usr/lib/dracut");
    await configuration.replace({ path: name, from: null, to: "#!/bin/sh\n", executable: true });
    expect(lstatSync(at(name)).mode & 0o777).toBe(0o755);
    writeFileSync(at("usr/lib/dracut/theirs"), "");
    await replace("#!/bin/sh\n", null, name);
    await configuration.removeFolders(name, folders);
    expect(readdirSync(at("usr/lib/dracut"))).toEqual(["theirs"]);
  });

  test("is undone by its reverse, whatever stands in the file and however it is kept", async () => {
    const content = fc.option(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "a\r\nb", "a\n", "\uFEFFa", "\0")),
      { nil: null },
    );
    const kept = fc.record({
      from: content,
      to: content,
      mode: fc.constantFrom(0o600, 0o640, 0o644, 0o444, 0o755),
      linked: fc.boolean(),
    });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(kept, async ({ from, to, mode, linked }) => {
        number += 1;
        const name = `etc/modprobe.d/x${number}.conf`;
        const real = linked ? `etc/modprobe.d/real${number}.conf` : name;
        mkdirSync(at(dirname(name)), { recursive: true });
        if (linked) symlinkSync(`./real${number}.conf`, at(name));
        if (from !== null) write(real, from, mode);
        const look = () => (existsSync(at(real)) ? [readFileSync(at(real)), lstatSync(at(real)).mode] : []);
        const before = look();
        await replace(from, to, name);
        expect(existsSync(at(real)) ? textBytes(real) : null).toEqual(to === null ? null : Buffer.from(to));
        await replace(to, from, name);
        if (from !== null && to === null) chmodSync(at(real), mode);
        expect(look()).toEqual(before);
        if (linked) expect(readlinkSync(at(name))).toBe(`./real${number}.conf`);
      }),
    );
  });
});

const textBytes = (name: string) => readFileSync(at(name));

test("what is not on the list is neither read, nor written, nor run", async () => {
  write("etc/shadow", "secret");
  await expect(configuration.read("etc/shadow")).rejects.toMatchObject({ code: "forbidden" });
  await expect(replace(null, "x", "etc/cron.d/x.conf")).rejects.toMatchObject({ code: "forbidden" });
  await expect(configuration.run(["sh", "-c", "true"])).rejects.toMatchObject({ code: "forbidden" });
});

test("of programs that make boot files one runs at a time", async () => {
  mkdirSync(at("run"));
  mkdirSync(at("bin"));
  const script = `#!/bin/sh\necho begin >>"${at("order")}"\nsleep 0.1\necho end >>"${at("order")}"\n`;
  writeFileSync(at("bin/update-grub"), script);
  chmodSync(at("bin/update-grub"), 0o755);
  const tools = localTools({ environment: { PATH: `${at("bin")}:/usr/bin:/bin` } });
  const two = [1, 2].map(() => new LocalConfiguration({ root, tools }).run(["update-grub"]));
  expect((await Promise.all(two)).map(({ status }) => status)).toEqual([0, 0]);
  expect(textOf("order")).toBe("begin\nend\nbegin\nend\n");
});
