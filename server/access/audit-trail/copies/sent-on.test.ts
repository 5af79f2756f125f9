import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../../database/open-database";
import { openTestDatabase } from "../../../job/test-world.test-data";
import { AuditTrail } from "../audit-trail";
import { SentOn } from "./sent-on";

let database: Database;
let sent: number[];

beforeEach(() => {
  database = openTestDatabase();
  sent = [];
});
afterEach(() => database.close());

const copy = {
  name: "a list",
  problem: null,
  send: ({ at }: { at: number }) => void sent.push(at),
  close: async () => undefined,
};
const sendNew = (copies = [copy]) => new SentOn(database, copies).sendNew();

/** Written by whoever: this process or another. */
function write(...times: number[]): void {
  const trail = new AuditTrail(database, pino({ level: "silent" }));
  const words = { who: "ada", address: null, act: "vm.rename", title: "Rename", subject: "", objects: [] };
  for (const at of times)
    trail.record({ ...words, at, tookMs: 1, changes: true, outcome: "done", problem: null });
}

test("what is new is sent once, in its order, also what was written while nobody sent anything", () => {
  write(1);
  sendNew();
  expect(sent).toEqual([]);
  write(2, 3);
  sendNew();
  sendNew();
  write(4);
  sendNew();
  expect(sent).toEqual([2, 3, 4]);
});

test("copies that are wanted later begin with what is new then", () => {
  sendNew();
  write(1);
  sendNew([]);
  write(2);
  sendNew();
  write(3);
  sendNew();
  expect(sent).toEqual([3]);
});
