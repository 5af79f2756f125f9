import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { folderTree } from "./folder-tree";
import type { HostTree } from "./host-tree";
import { type TreeEntry, writeTree } from "./tree-entries";

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-test-"));
  // Removing a host with thousands of devices takes long on a busy machine.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), 60_000);
  return folder;
}

/** A host made of these files, in a folder of its own. */
export async function treeOf(files: Readonly<Record<string, string>>): Promise<HostTree> {
  return treeOfEntries(Object.entries(files).map(([path, text]) => ({ kind: "file", path, text })));
}

/** A host made of these entries, in a folder of its own. */
export async function treeOfEntries(entries: readonly TreeEntry[]): Promise<HostTree> {
  const folder = temporaryFolder();
  await writeTree(folder, entries);
  return folderTree(folder);
}
