import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { openTestDatabase } from "../../job/test-world.test-data";
import { type AuditFilter, auditFilterSchema } from "./audit.schema";
import { AuditSearch } from "./audit-search";
import { AuditTrail } from "./audit-trail";

let database: Database;
let search: AuditSearch;

beforeEach(() => {
  database = openTestDatabase();
  search = new AuditSearch(database);
});
afterEach(() => database.close());

function fill(...titles: readonly string[]): void {
  const trail = new AuditTrail(database, pino({ level: "silent" }));
  for (const [index, title] of titles.entries())
    trail.record({
      who: index % 2 === 0 ? "ada" : "grace",
      address: "192.0.2.1",
      at: index * 1_000,
      tookMs: 1,
      act: "vm.rename",
      title,
      subject: "",
      changes: true,
      objects: [],
      outcome: index % 2 === 0 ? "done" : "failed",
      problem: null,
    });
}

const found = (filter: Partial<AuditFilter>) =>
  search.page(auditFilterSchema.parse(filter), { before: null, limit: 50 }).map(({ title }) => title);

describe("the audit is searched", () => {
  test("by words, each anywhere and in any case, by outcome and by time", () => {
    fill("Rename web-1", "Rename db-1", "Delete web-1");
    expect(found({})).toEqual(["Delete web-1", "Rename db-1", "Rename web-1"]);
    expect(found({ text: "WEB delete" })).toEqual(["Delete web-1"]);
    expect(found({ text: "grace" })).toEqual(["Rename db-1"]);
    expect(found({ outcomes: ["failed"] })).toEqual(["Rename db-1"]);
    expect(found({ from: 1_000, to: 1_999 })).toEqual(["Rename db-1"]);
  });

  test.each(["100%", "a_b", "back\\slash", "it's", '"; DROP TABLE audit; --', "%", "_", "') OR 1=1 --"])(
    "for %s as it stands",
    (text) => {
      fill("Rename web-1", `x ${text.replaceAll(" ", "")} y`);
      expect(found({ text: text.replaceAll(" ", "") })).toEqual([`x ${text.replaceAll(" ", "")} y`]);
      expect(found({})).toHaveLength(2);
    },
  );

  test("a page at a time, each entry once, whatever is added meanwhile", () => {
    fill(...Array.from({ length: 1_203 }, (_, index) => `Act ${index}`));
    const all = search.all(auditFilterSchema.parse({}));
    const first = all.next().value?.title;
    fill("Added meanwhile");
    const rest = [...all].map(({ title }) => title);
    expect([first, rest.length, new Set(rest).size, rest.at(-1)]).toEqual([
      "Act 1202",
      1_202,
      1_202,
      "Act 0",
    ]);
  });
});
