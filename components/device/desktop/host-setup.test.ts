import { expect, test } from "vitest";
import type { CreateChoices } from "@/server/create/choices.schema";
import { setUpFor, userProblem } from "./host-setup";
import { memoryFor, resolutions } from "./resolutions";

const host: NonNullable<CreateChoices["lookingGlass"]> = {
  module: "loaded",
  mebibytes: 64,
  secureBoot: false,
  confinement: ["AppArmor"],
  listed: true,
  sharedFile: null,
  deviceUser: "ada",
  loadedAtStart: true,
  allowed: true,
};
const wanted = (memory: "shm" | "kvmfr") => ({ memory, mebibytes: 64, video: "none", spice: true }) as const;

test("the host has it for who its files name, where all is there", () => {
  expect(setUpFor(wanted("kvmfr"), host)).toBe("ada");
  expect(setUpFor(wanted("shm"), host)).toBeNull();
  expect(setUpFor(wanted("shm"), { ...host, sharedFile: "bob" })).toBe("bob");
  expect(setUpFor(wanted("shm"), null)).toBeNull();
});

test.each([
  { module: "installed" as const },
  { mebibytes: 32 },
  { listed: false },
  { loadedAtStart: false },
  { allowed: false },
  { deviceUser: null },
])("the module is not set up with %j", (part) => {
  expect(setUpFor(wanted("kvmfr"), { ...host, ...part })).toBeNull();
});

test.each(['root" 0', "a b", "../x", "a\nb"])("%j is no user's name", (user) => {
  expect(userProblem(user)).not.toBeNull();
});

test("resolutions have the memory of Looking Glass's own table", () => {
  expect(userProblem("ada")).toBeNull();
  expect(resolutions.map(({ value }) => memoryFor(value, false))).toEqual([
    32, 32, 64, 64, 64, 128, 128, 128, 512,
  ]);
});
