import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { testDatabaseIn } from "../../database/testing/test-database";
import { Users } from "../users";
import { savedViewSchema } from "./saved-view.schema";
import { SavedViews } from "./saved-views";

let folder: string;
let database: Database;
let views: SavedViews;
let ada: string;
let bob: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-views-"));
  database = testDatabaseIn(folder);
  views = new SavedViews(database);
  const users = new Users(database);
  const add = (name: string) =>
    users.add({ name, passwordHash: "!", level: "viewer" as const, createdAt: 1 }).id;
  [ada, bob] = [add("ada"), add("bob")];
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const web = { id: null, name: "Web", search: "?tag=web", isDefault: false };
const names = (userId: string) => views.of(userId).map(({ name }) => name);
const idOf = (name: string) => views.of(ada).find((view) => view.name === name)?.id ?? "";

test("each user has their own, by name, and one at most to open with", () => {
  views.save(ada, { ...web, isDefault: true });
  views.save(ada, { ...web, name: "All by CPU", search: "?sort=-cpu", isDefault: true });
  views.save(bob, web);
  expect(names(ada)).toEqual(["All by CPU", "Web"]);
  expect(views.of(ada).map(({ isDefault }) => isDefault)).toEqual([true, false]);
  expect([views.defaultOf(ada), views.defaultOf(bob)]).toEqual(["?sort=-cpu", null]);
});

test("one is renamed, shows something else, and is deleted", () => {
  views.save(ada, web);
  const id = idOf("Web");
  views.save(ada, { ...web, id, name: "web", search: "?tag=shop" });
  expect(views.of(ada)).toEqual([{ ...web, id, name: "web", search: "?tag=shop" }]);
  views.remove(ada, id);
  views.remove(ada, id);
  expect(names(ada)).toEqual([]);
});

test("nobody changes or deletes another's", () => {
  views.save(ada, web);
  const id = idOf("Web");
  expect(() => views.save(bob, { ...web, id, name: "mine" })).toThrow("This view is no more");
  views.remove(bob, id);
  expect(names(ada)).toEqual(["Web"]);
});

test("a name is given once, and there is an end to them", () => {
  views.save(ada, web);
  expect(() => views.save(ada, { ...web, name: "WEB" })).toThrow("You have a view “WEB” already");
  for (let count = 1; count < 50; count += 1) views.save(ada, { ...web, name: `view ${count}` });
  expect(() => views.save(ada, { ...web, name: "one more" })).toThrow("which is the most");
  views.save(ada, { ...web, id: idOf("Web"), name: "Still changed" });
});

test.each(["", "tag=web", "?", "?a\r\nSet-Cookie: x", "?next=//elsewhere", `?q=${"x".repeat(2000)}`])(
  "%j is no view",
  (search) => {
    expect(savedViewSchema.shape.search.safeParse(search).success).toBe(false);
  },
);
