import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { lookingGlassEntries } from "./capture-looking-glass";
import { folderTree } from "./folder-tree";
import { type LookingGlassHost, readLookingGlassHost } from "./looking-glass-host";
import { temporaryFolder } from "./tree.test-data";

async function recorded(host: LookingGlassHost): Promise<LookingGlassHost> {
  const root = temporaryFolder();
  for (const entry of lookingGlassEntries(host)) {
    const path = join(root, entry.path);
    mkdirSync(entry.kind === "folder" ? path : dirname(path), { recursive: true });
    if (entry.kind === "file") writeFileSync(path, entry.text);
  }
  return readLookingGlassHost(folderTree(root));
}

const bare: LookingGlassHost = {
  module: null,
  mebibytes: null,
  secureBoot: null,
  confinement: [],
  listed: false,
  sharedFile: null,
  isShared: false,
  deviceUser: null,
  loadedAtStart: false,
  hasSource: false,
  allowed: false,
  isWhole: true,
};

test("a host without Looking Glass is recorded as one", async () => {
  expect(await recorded(bare)).toEqual(bare);
});

test("what a host has for Looking Glass is recorded, and not for whom", async () => {
  const host: LookingGlassHost = {
    ...bare,
    module: "loaded",
    mebibytes: 64,
    confinement: ["AppArmor"],
    sharedFile: "ada",
    isShared: true,
    deviceUser: "ada",
    loadedAtStart: true,
    allowed: true,
  };
  expect(await recorded(host)).toEqual({ ...host, sharedFile: "user", deviceUser: "user" });
  expect(JSON.stringify(lookingGlassEntries(host))).not.toContain("ada");
});
