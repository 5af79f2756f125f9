import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../host/tree.test-data";
import { hardwareReportSchema } from "../pci/schema";
import { passdeck } from "./passdeck.test-data";

const root = fileURLToPath(new URL("../..", import.meta.url));
const z97 = join(root, "e2e/hosts/z97.tar.gz");

describe("passdeck inspect", { timeout: 180_000 }, () => {
  test("prints the JSON of a captured host", () => {
    const { status, stdout, stderr } = passdeck(["inspect", "--root", z97, "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const report = hardwareReportSchema.parse(JSON.parse(stdout));
    expect(report.groups).toHaveLength(11);
    expect(report.devices).toHaveLength(15);
  });

  test("prints text for people", () => {
    const { status, stdout } = passdeck(["inspect", "--root", z97]);
    expect(status).toBe(0);
    expect(stdout).toContain("IOMMU on (intel), 11 groups\n");
    expect(stdout).toContain(
      "  0000:01:00.0  [10de:13c2]  VGA compatible controller: NVIDIA Corporation GM204 [GeForce GTX 970]\n      driver vfio-pci\n",
    );
    expect(stdout).toContain("driver i915, boot display\n");
  });

  test("reads this machine where no root is named", () => {
    const { status, stdout } = passdeck(["inspect", "--json"]);
    expect(status).toBe(0);
    expect(hardwareReportSchema.parse(JSON.parse(stdout)).host.memoryBytes).toBeGreaterThan(0);
  });
});

describe("passdeck capture", { timeout: 180_000 }, () => {
  test("writes a file that gives the report of the host", () => {
    const file = join(temporaryFolder(), "host.tar.gz");
    expect(passdeck(["capture", file, "--root", "/"]).stdout).toMatch(/host\.tar\.gz: \d+ PCI devices\n$/);
    const [here, there] = [passdeck(["inspect", "--json"]), passdeck(["inspect", "--json", "--root", file])];
    const [captured, own] = [there, here].map(({ stdout }) => hardwareReportSchema.parse(JSON.parse(stdout)));
    expect(captured?.groups).toEqual(own?.groups);
    expect(captured?.devices.map(({ address, driver, modules }) => [address, driver, modules])).toEqual(
      own?.devices.map(({ address, driver, modules }) => [address, driver, modules]),
    );
  });
});

describe("a command line that is wrong", { timeout: 180_000 }, () => {
  const folder = () => {
    const empty = join(temporaryFolder(), "empty");
    mkdirSync(empty);
    return empty;
  };
  const textFile = () => {
    const file = join(temporaryFolder(), "notes.txt");
    writeFileSync(file, "no archive\n");
    return file;
  };

  test.each([
    [
      "an unknown command",
      () => ["inspct"],
      /^passdeck: unknown command 'inspct' \(Did you mean inspect\?\)\n$/,
    ],
    ["an unknown option", () => ["inspect", "--yaml"], /^passdeck: unknown option '--yaml'\n$/],
    ["a missing file name", () => ["capture"], /^passdeck: missing required argument 'file'\n$/],
    [
      "a root that is not there",
      () => ["inspect", "--root", "/no/such"],
      /^passdeck: There is no file or folder \/no\/such\.\n$/,
    ],
    [
      "a folder that is no host",
      () => ["inspect", "--root", folder()],
      /^passdeck: .+ is no host: it has no sys folder\..+\n$/,
    ],
    [
      "a file that is no capture",
      () => ["inspect", "--root", textFile()],
      /^passdeck: .+ is no captured host: .+\n$/,
    ],
    [
      "a place that can't be written",
      () => ["capture", "/no/such/x.tar.gz"],
      /^passdeck: \/no\/such\/x\.tar\.gz can't be written \(ENOENT\)\.\n$/,
    ],
  ])("says in one line what is wrong: %s", (_, words, line) => {
    const { status, stdout, stderr } = passdeck(words());
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(line);
  });

  test("is helped without any words", () => {
    const { status, stdout } = passdeck([]);
    expect(status).toBe(0);
    expect(stdout).toContain("inspect [options]");
  });
});
