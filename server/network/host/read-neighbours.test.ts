import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { folderTree } from "../../host/folder-tree";
import { readNeighbours } from "./read-neighbours";

const root = mkdtempSync(join(tmpdir(), "neighbours-"));

afterEach(() => rmSync(root, { recursive: true, force: true }));

test("those who answered, by MAC address", async () => {
  mkdirSync(join(root, "proc/net"), { recursive: true });
  writeFileSync(
    join(root, "proc/net/arp"),
    `IP address       HW type     Flags       HW address            Mask     Device
192.168.1.20     0x1         0x2         52:54:00:AA:bb:cc     *        br0
192.168.1.99     0x1         0x0         00:00:00:00:00:00     *        br0
10.0.0.20        0x1         0x6         52:54:00:aa:bb:cc     *        br1
`,
  );
  expect(await readNeighbours(folderTree(root))).toEqual(
    new Map([["52:54:00:aa:bb:cc", ["192.168.1.20", "10.0.0.20"]]]),
  );
});

test("a host without the table has none", async () => {
  expect(await readNeighbours(folderTree(root))).toEqual(new Map());
});
