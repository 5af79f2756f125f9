import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync, renameSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../host/tree.test-data";
import type { AuditRow } from "../chain";
import { FileCopy } from "./file-copy";
import { syslogCopy } from "./syslog-copy";
import { syslogMessage } from "./syslog-message";

function row(part: Partial<AuditRow> = {}): AuditRow {
  return {
    id: 7,
    at: Date.UTC(2026, 11, 1, 6, 30),
    tookMs: 3,
    who: "ada",
    address: "192.0.2.1",
    act: "vm.rename",
    title: "Rename a VM",
    subject: "web-1",
    objects: [],
    outcome: "done",
    problem: null,
    hash: "0".repeat(64),
    ...part,
  };
}

const lines = (file: string) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line): number => JSON.parse(line).id);

test("a file has each entry in its order, is nobody else's to read, and is made anew when it was moved away", async () => {
  const file = join(temporaryFolder(), "audit.jsonl");
  const copy = new FileCopy(file);
  for (let id = 1; id <= 50; id += 1) copy.send(row({ id, title: "a\nb" }));
  await copy.close();
  expect(lines(file)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  renameSync(file, `${file}.1`);
  copy.send(row({ id: 51 }));
  await copy.close();
  expect([lines(file), copy.problem]).toEqual([[51], null]);
});

test("a file that can't be written is said", async () => {
  const copy = new FileCopy("/proc/nowhere/audit.jsonl");
  copy.send(row());
  await copy.close();
  expect(copy.problem).toContain("/proc/nowhere/audit.jsonl");
});

test("syslog by UDP has a message of RFC 5424 for each entry", async () => {
  const server = createSocket("udp4");
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  const copy = syslogCopy(`udp://127.0.0.1:${server.address().port}`);
  const came = once(server, "message");
  copy.send(row());
  const [message] = await came;
  expect(String(message)).toBe(syslogMessage(row()));
  await copy.close();
  server.close();
});

test("a message tells what was done and what was not, in one line", () => {
  expect(syslogMessage(row(), "box")).toMatch(
    /^<110>1 2026-12-01T06:30:00\.000Z box passdeck \d+ audit - \uFEFF\{"id":7,/,
  );
  const refused = syslogMessage(row({ outcome: "refused", problem: "no\nway", who: "Zoë" }), "bö x");
  expect(refused).toMatch(/^<108>1 \S+ bx passdeck /);
  expect(refused).not.toContain("\n");
  expect(refused).toContain("Zoë");
});

test("syslog by TCP has them with their length before them, also those from before the server was there", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const copy = syslogCopy(`tcp://127.0.0.1:${port}`);
  const connected = once(server, "connection");
  copy.send(row({ id: 1 }));
  copy.send(row({ id: 2, title: "ü" }));
  const [connection] = await connected;
  let text = Buffer.alloc(0);
  const wanted = [row({ id: 1 }), row({ id: 2, title: "ü" })].map((one) => {
    const message = syslogMessage(one);
    return `${Buffer.byteLength(message)} ${message}`;
  });
  for await (const chunk of connection) {
    text = Buffer.concat([text, chunk]);
    if (text.length >= Buffer.byteLength(wanted.join(""))) break;
  }
  expect(text.toString()).toBe(wanted.join(""));
  expect(copy.problem).toBeNull();
  await copy.close();
  server.close();
});

test("a syslog server that is away is said", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const copy = syslogCopy(`tcp://127.0.0.1:${port}`);
  copy.send(row());
  await copy.close();
  expect(copy.problem).toContain("ECONNREFUSED");
});
