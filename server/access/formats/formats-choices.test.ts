import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { formatsChoices } from "../../database/tables/people";
import { testDatabaseIn } from "../../database/testing/test-database";
import { Users } from "../users";
import { type FormatsChoice, unchosenFormats } from "./formats.schema";
import { FormatsChoices } from "./formats-choices";
import { plainFormats } from "./page-formats.schema";

const german: FormatsChoice = { region: "de-DE", clock: "12", firstDay: "sunday", timeZone: "UTC" };

let folder: string;
let database: Database;
let choices: FormatsChoices;
let ada: string;
let bob: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-formats-"));
  database = testDatabaseIn(folder);
  choices = new FormatsChoices(database);
  const users = new Users(database);
  const add = (name: string) =>
    users.add({ name, passwordHash: "!", level: "viewer" as const, createdAt: 1 }).id;
  [ada, bob] = [add("ada"), add("bob")];
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test("a user has what they chose last, and nobody else has it", () => {
  choices.choose(ada, { ...german, clock: "24" });
  choices.choose(ada, german);
  expect([choices.of(ada), choices.of(bob)]).toEqual([german, unchosenFormats]);
});

test("a page is written as its user chose, else as its browser asks", () => {
  choices.choose(ada, german);
  expect(choices.forPage(ada, "en-US,en;q=0.9")).toMatchObject({ locale: "de-DE", hours: 12, firstDay: 0 });
  expect(choices.forPage(bob, "en-US,en;q=0.9")).toMatchObject({ locale: "en-US", order: "month first" });
  expect(choices.forPage(null, undefined)).toEqual(plainFormats);
});

test("a choice that this version does not know counts as none", () => {
  choices.choose(ada, german);
  database.query.update(formatsChoices).set({ region: "tlh-KL" }).where(eq(formatsChoices.userId, ada)).run();
  expect(choices.of(ada)).toEqual(unchosenFormats);
});
