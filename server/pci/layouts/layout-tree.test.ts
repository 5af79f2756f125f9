import { expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { treeOfEntries } from "../../host/tree.test-data";
import { readHostReport } from "../read-host-report";
import type { HardwareReport } from "../schema";
import { reportOf } from "./layout-report.test-data";
import { descriptionOf } from "./layout-tree.test-data";
import { realHosts } from "./real-hosts.test-data";

/** What a layout says and files can hold: all but names and uses. */
function seen({ groups, devices, iommu, unreadable }: HardwareReport) {
  const facts = devices.map((device) => ({
    address: device.address,
    class: device.class,
    ids: [device.vendorId, device.deviceId],
    driver: device.driver,
    group: device.iommuGroup,
    bootVga: device.bootVga,
    parent: device.parent,
    companions: device.companions,
    physicalFunction: device.physicalFunction,
    domainController: device.domainController,
    bars: device.bars,
    resetMethods: device.resetMethods,
  }));
  return { groups, facts, parameters: iommu.parameters, unreadable };
}

// The time goes into writing and removing thousands of small files.
test.each(realHosts)(
  "reads from files what the layout says: $name",
  async (layout) => {
    const tree = await treeOfEntries(hostTreeEntries(descriptionOf(layout)));
    expect(seen(await readHostReport(tree))).toEqual(seen(reportOf(layout)));
  },
  60_000,
);
