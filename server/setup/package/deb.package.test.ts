import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/server/database/open-database";
import { findProgram } from "../find-program.mjs";
import { projectRoot } from "../project.mjs";
import { DebianRoot } from "./testing/debian-root";
import { answerOfServer } from "./testing/packaged-server";

const run = promisify(execFile);
const units = ["passdeck-root.socket", "passdeck-root@.service", "passdeck.service"];
const canTry =
  process.getuid?.() === 0 &&
  ["dpkg", "dpkg-shlibdeps", "unshare"].every((name) => findProgram(name) !== null);

/** @returns the package's file. */
async function build(output: string): Promise<string> {
  const words = [
    join(projectRoot, "server/setup/package/deb.mjs"),
    "--compression",
    "none",
    "--output",
    output,
  ];
  const { stdout } = await run(process.execPath, words, { cwd: output });
  return join(output, /passdeck_\S+\.deb/.exec(stdout)?.[0] ?? "");
}

/** The same package as one of an earlier version. */
async function earlier(file: string, folder: string): Promise<string> {
  const root = join(folder, "earlier");
  await run("dpkg-deb", ["-R", file, root]);
  const control = join(root, "DEBIAN/control");
  await writeFile(control, (await readFile(control, "utf8")).replace(/^Version: .*$/m, "Version: 0.0.1"));
  await run("dpkg-deb", ["--root-owner-group", "-Znone", "--build", root, join(folder, "earlier.deb")]);
  return join(folder, "earlier.deb");
}

/** A state folder as a Passdeck of before people were invited has left it. */
async function earlierState(folder: string): Promise<string> {
  const migrations = join(folder, "migrations");
  await cp(join(projectRoot, "server/database/migrations"), migrations, { recursive: true });
  const journalFile = join(migrations, "meta/_journal.json");
  const journal: { entries: unknown[] } = JSON.parse(await readFile(journalFile, "utf8"));
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 7) }));
  const state = join(folder, "state");
  openDatabase({ folder: state, migrations }).close();
  const database = new BetterSqlite(join(state, "passdeck.db"));
  database.prepare("insert into users values ('a', 'Ada', 'hash', 'admin', 1, null)").run();
  database.close();
  return join(state, "passdeck.db");
}

describe.runIf(canTry)("the Debian package", () => {
  let folder: string;
  let file: string;
  let debian: DebianRoot;
  const dpkg = (...words: string[]) => debian.run("dpkg", "--force-unsafe-io", "--force-confold", ...words);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "passdeck-package-"));
    file = await build(folder);
    debian = await DebianRoot.create();
    await debian.put(file, "/tmp/new.deb");
    await debian.put(await earlier(file, folder), "/tmp/earlier.deb");
  }, 600_000);
  afterAll(async () => {
    await debian.close();
    await rm(folder, { recursive: true });
  });

  test("is the same to the byte when it is made again", async () => {
    const again = join(folder, "again");
    await run("mkdir", [again]);
    const [first, second] = await Promise.all(
      [file, await build(again)].map(async (path) =>
        createHash("sha256")
          .update(await readFile(path))
          .digest("hex"),
      ),
    );
    expect(second).toBe(first);
  });

  test("refuses to stand behind a service that was installed by hand", async () => {
    const unit = "/etc/systemd/system/passdeck.service";
    await debian.run("sh", "-c", `echo '# Made by \`passdeck install\`, taken away …' >${unit}`);
    await expect(dpkg("-i", "/tmp/earlier.deb")).rejects.toThrow("npx passdeck uninstall");
    await debian.run("rm", unit);
  });

  test("installs with what it depends on being there, and runs as its user", async () => {
    await dpkg("-i", "/tmp/earlier.deb");
    const status = await debian.run("dpkg", "-s", "passdeck");
    expect(status).toMatch(/^Status: install ok installed$/m);
    expect(status).toMatch(/^Version: 0\.0\.1$/m);
    const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8"));
    expect(await debian.run("passdeck", "--version")).toBe(`${version}\n`);
    expect(await debian.run("id", "-nG", "passdeck")).toMatch(/^passdeck .*libvirt/);
    expect(await debian.run("stat", "-c", "%U %a", "/var/lib/passdeck")).toBe("passdeck 700\n");
    const wanted = await debian.run("find", "/etc/systemd/system", "-name", "passdeck*");
    expect(wanted).toContain("multi-user.target.wants/passdeck.service");
    expect(wanted).toContain("sockets.target.wants/passdeck-root.socket");
    await debian.run(
      "systemd-analyze",
      "verify",
      "--man=no",
      ...units.map((name) => `/usr/lib/systemd/system/${name}`),
    );
    await expect(debian.run("passdeck", "install")).rejects.toThrow("came by a package");
  });

  test("an upgrade keeps the state, brought up to date, and the settings that were changed", async () => {
    await debian.put(await earlierState(folder), "/var/lib/passdeck/passdeck.db");
    await debian.run("chown", "passdeck:passdeck", "/var/lib/passdeck/passdeck.db");
    await debian.run("sh", "-c", "echo PASSDECK_REAUTHENTICATION_MINUTES=7 >>/etc/passdeck/passdeck.conf");
    await dpkg("-i", "/tmp/new.deb");
    expect(await debian.run("cat", "/etc/passdeck/passdeck.conf")).toContain("MINUTES=7\n");
    const { health, page } = await answerOfServer(debian.inside);
    expect(health).toMatchObject({ status: "ok" });
    expect(page).toContain("Passdeck");
    expect(await debian.run("passdeck", "user", "list")).toMatch(/Ada\s+admin/);
  });

  test("remove leaves state and settings, purge leaves nothing", async () => {
    await dpkg("-r", "passdeck");
    await debian.run(
      "test",
      "-e",
      "/var/lib/passdeck/passdeck.db",
      "-a",
      "-e",
      "/etc/passdeck/passdeck.conf",
    );
    expect(
      await debian
        .run("find", "/usr/bin", "/usr/lib/passdeck", "/usr/lib/systemd", "-name", "*passdeck*")
        .catch((error: Error) => error.message),
    ).toContain("No such file");
    await dpkg("-P", "passdeck");
    expect((await debian.changesWith("passdeck")).filter((path) => !path.startsWith("/tmp/"))).toEqual([]);
    await expect(debian.run("getent", "passwd", "passdeck")).rejects.toThrow();
    await expect(debian.run("getent", "group", "passdeck")).rejects.toThrow();
  });
});
