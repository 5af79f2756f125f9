import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ReadBatch } from "../host/host-files";
import { treeOf, treeOfEntries } from "../host/tree.test-data";
import { mergedIds, PciIds } from "./pci-ids";
import { pciNamesOf } from "./pci-names";

const text = `#
#	Version: 2024.01.02
# comment
1002  AMD
	1000  First
		1043 0001  Card of the first
	1001  Second
		1043 0001  Card of the second
		1043 0002  Other card
10de  NVIDIA
	1000  Third
C 03  Display controller
	00  VGA compatible controller
		00  VGA controller
	02  3D controller
C 0c  Serial bus controller
`;

describe("PciIds", () => {
  const ids = new PciIds(text);

  test("knows its version", () => {
    expect(ids.version).toBe("2024.01.02");
    expect(new PciIds("").version).toBe("");
  });

  test("finds names where they belong, and nowhere else", () => {
    expect(ids.vendor("1002")).toBe("AMD");
    expect(ids.vendor("1000")).toBeNull();
    expect(ids.device("1002", "1000")).toBe("First");
    expect(ids.device("10de", "1000")).toBe("Third");
    expect(ids.device("10de", "1001")).toBeNull();
    expect(ids.device("ffff", "1000")).toBeNull();
    expect(ids.subsystem("1002", "1000", "1043:0001")).toBe("Card of the first");
    expect(ids.subsystem("1002", "1001", "1043:0001")).toBe("Card of the second");
    expect(ids.subsystem("1002", "1000", "1043:0002")).toBeNull();
    expect(ids.subsystem("1002", "9999", "1043:0001")).toBeNull();
    expect(ids.subClass("03", "02")).toBe("3D controller");
    expect(ids.subClass("0c", "03")).toBeNull();
    expect(ids.baseClass("0c")).toBe("Serial bus controller");
    expect(ids.baseClass("99")).toBeNull();
  });

  test("agrees with a plain reading of each line of the file that is shipped", () => {
    const shipped = gunzipSync(readFileSync(new URL("data/pci.ids.gz", import.meta.url))).toString("utf8");
    const whole = new PciIds(shipped);
    let vendor = "";
    let devices = 0;
    const disagreeing: string[] = [];
    for (const line of shipped.slice(0, shipped.indexOf("\nC 00")).split("\n")) {
      const [, tabs, id, name] = /^(\t?)([0-9a-f]{4}) {2}(.+)$/.exec(line) ?? [];
      if (id === undefined || name === undefined) continue;
      if (tabs === "") vendor = id;
      else devices += 1;
      const found = tabs === "" ? whole.vendor(id) : whole.device(vendor, id);
      if (found !== name.trim()) disagreeing.push(line);
    }
    expect(disagreeing).toEqual([]);
    expect(devices).toBeGreaterThan(17_000);
  });
});

describe("mergedIds", () => {
  test("takes the first name that is known, and remembers it", () => {
    let questions = 0;
    const counting = new PciIds(text);
    const device = counting.device.bind(counting);
    counting.device = (vendorId, deviceId) => {
      questions += 1;
      return device(vendorId, deviceId);
    };
    const ids = mergedIds([counting, new PciIds("10de  Other NVIDIA\n\t2b85  RTX\n")]);
    expect(ids.vendor("10de")).toBe("NVIDIA");
    expect(ids.device("10de", "2b85")).toBe("RTX");
    expect(ids.device("10de", "2b85")).toBe("RTX");
    expect(ids.device("10de", "0000")).toBeNull();
    expect(questions).toBe(2);
  });
});

describe("pciNamesOf", () => {
  const older = "# Version: 2001.01.01\n10de  Old NVIDIA\nfff0  Only in the host's\n";
  const newer = "# Version: 2099.01.01\n10de  New NVIDIA\n";

  test("uses what is shipped where the host has no file", async () => {
    const { ids } = await pciNamesOf(await treeOf({}));
    expect(ids.device("10de", "13c2")).toBe("GM204 [GeForce GTX 970]");
    expect(ids.device("10de", "2b85")).toBe("GB202 [GeForce RTX 5090]");
    expect(ids.device("1002", "7550")).toBe("Navi 48 [Radeon RX 9070 / 9070 XT]");
  });

  test("prefers the newest file, and asks the older for what that lacks", async () => {
    const { ids, version } = await pciNamesOf(
      await treeOf({ "usr/share/misc/pci.ids": older, "usr/share/hwdata/pci.ids": newer }),
    );
    expect(version).toBe("2099.01.01");
    expect(ids.vendor("10de")).toBe("New NVIDIA");
    expect(ids.vendor("fff0")).toBe("Only in the host's");
    expect(ids.vendor("8086")).toBe("Intel Corporation");
  });

  test("does not let an older file of the host win", async () => {
    const { ids } = await pciNamesOf(await treeOf({ "usr/share/misc/pci.ids": older }));
    expect(ids.vendor("10de")).toBe("NVIDIA Corporation");
  });

  test("reads a file once for a tree, and the packed ones as well", async () => {
    const tree = await treeOfEntries([
      { kind: "file", path: "usr/share/misc/pci.ids.gz", text: gzipSync(newer) },
      { kind: "file", path: "usr/share/hwdata/pci.ids.gz", text: "damaged" },
    ]);
    let reads = 0;
    const readMany = (batch: ReadBatch) => {
      reads += 1;
      return tree.readMany(batch);
    };
    const counted = { ...tree, readMany };
    const first = await pciNamesOf(counted);
    expect(await pciNamesOf(counted)).toBe(first);
    expect(reads).toBe(1);
    expect(first.ids.vendor("10de")).toBe("New NVIDIA");
  });

  test("tries again after a failure", async () => {
    const tree = await treeOfEntries([]);
    let isBroken = true;
    const flaky = {
      ...tree,
      readMany: async (batch: ReadBatch) => {
        if (isBroken) throw new Error("away");
        return tree.readMany(batch);
      },
    };
    await expect(pciNamesOf(flaky)).rejects.toThrow("away");
    isBroken = false;
    expect((await pciNamesOf(flaky)).ids.vendor("10de")).toBe("NVIDIA Corporation");
  });
});
