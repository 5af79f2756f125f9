import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { AuditTrail } from "../access/audit-trail/audit-trail";
import { openDatabase } from "../database/open-database";
import { audit } from "../database/tables/audit";
import { temporaryFolder } from "../host/tree.test-data";
import { SocketWorld } from "../http/socket-world.test-data";
import { passdeck, program } from "./passdeck.test-data";

const migrations = new URL("../database/migrations", import.meta.url).pathname;
const commandLine = expect.stringMatching(/^\S+( as \S+)? \(command line\)$/);

/** A server that runs, and its audit as another process reads it. */
async function auditedWorld() {
  const file = join(temporaryFolder(), "audit.jsonl");
  const world = await SocketWorld.start({ audit: { keptDays: null, file, syslog: null } });
  const { dataFolder } = world.server;
  const database = openDatabase({ folder: dataFolder, migrations });
  onTestFinished(async () => {
    database.close();
    await world.server.stop();
  });
  const environment = { PASSDECK_DATA: dataFolder, SSH_CONNECTION: "192.0.2.7 50000 192.0.2.1 22" };
  const rows = () => database.query.select().from(audit).orderBy(audit.id).all();
  return {
    world,
    rows,
    run: (...words: string[]) => passdeck(words, "", environment),
    async runBeside(...words: string[]) {
      const env = { ...process.env, ...environment };
      const [status] = await once(
        spawn(process.execPath, [program, ...words], { env, stdio: "ignore" }),
        "exit",
      );
      return status;
    },
    chain: () => new AuditTrail(database, pino({ level: "silent" })).check(),
    copied: () =>
      existsSync(file)
        ? readFileSync(file, "utf8")
            .trimEnd()
            .split("\n")
            .map((line): number => JSON.parse(line).id)
        : [],
  };
}

test("what a command does to users and keys is in the audit, with who sat at the terminal", async () => {
  const { rows, run, chain } = await auditedWorld();
  const before = rows().length;
  const { stdout } = run("user", "add", "bob", "--role", "viewer");
  for (const act of ["disable", "enable", "unlock", "reset"]) expect(run("user", act, "BOB").status).toBe(0);
  expect(run("user", "disable", "root").status).toBe(1);
  expect(run("token", "create", "--role", "viewer", "--name", "ci").status).toBe(0);
  expect(run("token", "revoke", "ci").status).toBe(0);
  // Nothing is done by these.
  for (const words of [
    ["user", "list"],
    ["user", "reset", "nobody"],
    ["token", "list"],
  ])
    run(...words);
  const by = { who: commandLine, address: "192.0.2.7" };
  expect(rows().slice(before)).toMatchObject(
    [
      ["people.add", "Added bob as viewer"],
      ["people.disable", "Disabled bob"],
      ["people.enable", "Enabled bob"],
      ["people.unlock", "Unlocked bob"],
      ["people.reset", "Reset the password of bob"],
      ["people.disable", "Disabled root", "conflict"],
      ["account.createKey", "Created the API key ci (viewer) of root"],
      ["account.revokeKey", "Revoked the API key ci of root"],
    ].map(([act, title, outcome = "done"]) => ({ ...by, act, title, outcome })),
  );
  expect(JSON.stringify(rows())).not.toContain(stdout.trim());
  expect((await chain()).kind).toBe("whole");
});

test("commands that write beside a server, and beside each other, leave one chain, which is sent on in its order", async () => {
  const { world, rows, runBeside, chain, copied } = await auditedWorld();
  const many = Array.from({ length: 6 }, (_none, index) => index);
  const commands = many.map((index) => runBeside("user", "add", `cli-${index}`, "--role", "viewer"));
  let isOver = false;
  const over = Promise.all(commands).finally(() => {
    isOver = true;
  });
  let acts = 0;
  for (; !isOver; acts += 1) await world.act("people.invite", { name: `web-${acts}`, role: "viewer" });
  expect(await over).toEqual(many.map(() => 0));
  const titles = rows().map(({ title }) => title);
  for (const index of many) expect(titles).toContain(`Added cli-${index} as viewer`);
  expect(titles.filter((title) => title.startsWith("Invited web-"))).toHaveLength(acts);
  expect(await chain()).toMatchObject({ kind: "whole", entries: titles.length });
  // The server looks twice a second for what others have written.
  await vi.waitUntil(() => copied().length === titles.length, { timeout: 30_000 });
  expect(copied()).toEqual(rows().map(({ id }) => id));
});
