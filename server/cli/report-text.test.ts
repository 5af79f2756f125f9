import { expect, it } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { demo } from "@/e2e/hosts/demo";
import { treeOf, treeOfEntries } from "../host/tree.test-data";
import { readHostReport } from "../pci/read-host-report";
import { reportText } from "./report-text";

it("tells shared groups, reset methods and the boot display", async () => {
  const text = reportText(await readHostReport(await treeOfEntries(hostTreeEntries(demo))));
  expect(text).toContain("\nIOMMU group 11 (shared by several cards)\n");
  expect(text).toContain("driver nvme, reset flr bus\n");
  expect(text).toContain("driver i915, boot display, reset flr\n");
});

it("tells little of a host that tells little", async () => {
  const device = "sys/bus/pci/devices/0000:00:01.0";
  const files = {
    [`${device}/class`]: "0x020000",
    [`${device}/vendor`]: "0x8086",
    [`${device}/device`]: "0x1521",
  };
  const text = reportText(
    await readHostReport(await treeOf({ ...files, "sys/bus/pci/devices/0000:00:02.0/class": "x" })),
  );
  expect(text).toBe(
    [
      "IOMMU off: no device is in an IOMMU group",
      "",
      "In no IOMMU group",
      "  0000:00:01.0  [8086:1521]  Ethernet controller: Intel Corporation I350 Gigabit Network Connection",
      "      driver none",
      "",
      "Left out: 0000:00:02.0: its class is missing or is no hexadecimal number",
      "",
    ].join("\n"),
  );
});
