import { expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { madeUpHost } from "@/e2e/hosts/made-up-host";
import { folderTree } from "../host/folder-tree";
import { temporaryFolder, treeOfEntries } from "../host/tree.test-data";
import { readHostReport } from "../pci/read-host-report";
import { unpackDemoHost } from "./demo-host";

test("unpacks the host that its description makes", async () => {
  const folder = temporaryFolder();
  await unpackDemoHost(folder);
  const described = await treeOfEntries(hostTreeEntries(madeUpHost));
  expect(await readHostReport(folderTree(folder))).toEqual(await readHostReport(described));
});
