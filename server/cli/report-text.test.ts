import { expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { demo } from "@/e2e/hosts/demo";
import { treeOf, treeOfEntries } from "../host/tree.test-data";
import { readHostReport } from "../pci/read-host-report";
import { judgeHost } from "../pci/verdict/judge";
import { reportText } from "./report-text";

const nobody = { managementDevices: [], attachments: new Map() };

test("tells shared groups, reset methods and the boot display", async () => {
  const text = reportText(
    judgeHost(await readHostReport(await treeOfEntries(hostTreeEntries(demo))), nobody),
  );
  expect(text).toContain("\nIOMMU group 11 (shared by several cards)\n");
  expect(text).toContain("driver nvme, reset flr bus\n");
  expect(text).toContain("driver i915, boot display, reset flr\n");
});

test("tells little of a host that tells little", async () => {
  const device = "sys/bus/pci/devices/0000:00:01.0";
  const files = {
    [`${device}/class`]: "0x020000",
    [`${device}/vendor`]: "0x8086",
    [`${device}/device`]: "0x1521",
  };
  const text = reportText(
    judgeHost(
      await readHostReport(await treeOf({ ...files, "sys/bus/pci/devices/0000:00:02.0/class": "x" })),
      nobody,
    ),
  );
  const withoutVerdict = text.slice(text.indexOf("\nIn no IOMMU group")).split("\n      blocked\n")[0];
  expect(text.split("\n").slice(0, 3)).toEqual([
    "IOMMU off: no device is in an IOMMU group",
    "",
    "Readiness",
  ]);
  expect(withoutVerdict).toBe(
    [
      "",
      "In no IOMMU group",
      "  0000:00:01.0  [8086:1521]  Ethernet controller: Intel Corporation I350 Gigabit Network Connection",
      "      driver none",
    ].join("\n"),
  );
  expect(text).toMatch(/\nUnreadable: 0000:00:02\.0: its class is missing or is no hexadecimal number\n$/);
});

test("tells checks, uses, verdicts, reasons and what to do", async () => {
  const report = await readHostReport(await treeOfEntries(hostTreeEntries(demo)));
  const text = reportText(judgeHost(report, nobody));
  expect(text).toContain("  pass    IOMMU in the kernel: The kernel uses Intel VT-d.\n");
  expect(text).toMatch(/ {2}warn {4}IOMMU groups: .*group 11.*\n {10}do: Reserve the whole group/);
  expect(text).toMatch(
    /0000:02:00\.0 .*\n.*\n {6}used: \/ on system-root \(nvme0n1p2\)\n( {6}used: .*\n)+ {6}blocked\n {8}block: /,
  );
  expect(text).toMatch(/\n {10}do: /);
});
