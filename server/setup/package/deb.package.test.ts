import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { earlierMigrations } from "@/server/database/earlier.test-data";
import { openDatabase } from "@/server/database/open-database";
import { findProgram } from "../find-program.mjs";
import { projectRoot } from "../project.mjs";
import { sourceDate } from "./source-date.mjs";
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

/** The same package as one of an earlier version: the files stay packed, what it says of itself is another. */
async function earlier(file: string, folder: string): Promise<void> {
  const [about, copy] = [join(folder, "about"), join(folder, "earlier.deb")];
  await run("dpkg-deb", ["--control", file, about]);
  const control = join(about, "control");
  await writeFile(control, (await readFile(control, "utf8")).replace(/^Version: .*$/m, "Version: 0.0.1"));
  await run("tar", ["--create", "--file", "control.tar", "--directory", about, "."], { cwd: folder });
  await copyFile(file, copy);
  await run("ar", ["r", copy, "control.tar"], { cwd: folder });
}

/** A database as a Passdeck of before people were invited has left it. */
function earlierDatabase(folder: string): void {
  openDatabase({ folder, migrations: earlierMigrations(folder, "0006_audit") }).close();
  const database = new BetterSqlite(join(folder, "passdeck.db"));
  database.prepare("insert into users values ('a', 'Ada', 'hash', 'admin', 1, null)").run();
  database.close();
}

describe.runIf(canTry)("the Debian package", () => {
  let folder: string;
  let file: string;
  let debian: DebianRoot;
  const dpkg = (...words: string[]) => debian.run("dpkg", "--force-unsafe-io", "--force-confold", ...words);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "passdeck-package-"));
    file = await build(folder);
    await earlier(file, folder);
    earlierDatabase(folder);
    debian = await DebianRoot.create(folder);
  }, 600_000);
  afterAll(async () => {
    await debian.close();
    await rm(folder, { recursive: true });
  });

  test("has nothing in it of who packed it, and when", async () => {
    const { stdout } = await run("dpkg-deb", ["--contents", file], {
      env: { ...process.env, TZ: "UTC" },
      maxBuffer: 1e8,
    });
    const date = new Date((await sourceDate()) * 1000).toISOString().slice(0, 16).replace("T", " ");
    const entries = stdout.trimEnd().split("\n");
    expect(entries.length).toBeGreaterThan(1000);
    const even = /^(d|-)rw(x|-)r-\2r-\2 root\/root +\d+ /;
    expect(entries.filter((entry) => !even.test(entry) || !entry.includes(` ${date} `))).toEqual([]);
  });

  test("refuses to stand behind a service that was installed by hand", async () => {
    const unit = "/etc/systemd/system/passdeck.service";
    await debian.run("sh", "-c", `echo '# Made by \`passdeck install\`, taken away …' >${unit}`);
    await expect(dpkg("-i", "/mnt/earlier.deb")).rejects.toThrow("npx passdeck uninstall");
    await debian.run("rm", unit);
  });

  test("installs with what it depends on being there, and runs as its user", async () => {
    await dpkg("-i", "/mnt/earlier.deb");
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
    const owner = ["--owner=passdeck", "--group=passdeck"];
    await debian.run("install", ...owner, "/mnt/passdeck.db", "/var/lib/passdeck/passdeck.db");
    await debian.run("sh", "-c", "echo PASSDECK_REAUTHENTICATION_MINUTES=7 >>/etc/passdeck/passdeck.conf");
    await dpkg("-i", `/mnt/${basename(file)}`);
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
    expect(await debian.changesWith("passdeck")).toEqual([]);
    await expect(debian.run("getent", "passwd", "passdeck")).rejects.toThrow();
    await expect(debian.run("getent", "group", "passdeck")).rejects.toThrow();
  });
});
