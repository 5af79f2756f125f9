import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withHostTree } from "../../host/open-host";
import { readHostReport } from "../read-host-report";
import { judgeHost } from "../verdict/judge";
import { parseExpectations } from "./parse-layout.test-data";

/**
 * Real kernels in the lab's emulated hosts, captured by `npm run lab -- --capture`. The letters are the lab's
 * topologies; e2e/lab/topology/machines.ts.
 */
const hosts = {
  "lab-intel": `
    02:00.0 bindable driver-in-use | (a) alone with its sound; that its driver has it is a note
    02:00.1 bindable driver-in-use | (a) the sound goes with it
    03:00.0 bindable driver-in-use | (b) another vendor's, and nothing else is
    01:00.0 risky boot-display driver-in-use identical-twin | (c) the firmware showed itself here
    04:00.0 bindable driver-in-use identical-twin | (c) the other twin is free to go, by its address
    0b:01.0 blocked shared-group driver-in-use | (d) the network card behind the same bridge is still the host's
    0b:02.0 blocked shared-group no-reset | (d) seen from the network card, the GPU is
    0a:00.0 blocked bridge | (d) the bridge itself
    05:00.0 bindable driver-in-use | (e) four functions in one group
    05:00.3 bindable driver-in-use | (e) the one without a driver goes along | gets 05:00.0 05:00.1 05:00.2 05:00.3 | binds
    06:00.0 blocked host-storage identical-twin | (f) the root file system
    07:00.0 bindable identical-twin | (f) the free disk of the same make
    08:00.0 blocked host-network identical-twin | (g) the only default route
    09:00.0 bindable identical-twin | (g) no address, no route
    00:02.0 risky no-reset driver-in-use | (h) the kernel has no way to reset what sits on the root bus
    0c:00.0 blocked shared-group driver-in-use | (i) without access control the disk's port is in its group
    0d:00.0 blocked host-storage shared-group identical-twin | (i) a mounted file system
  `,
  "lab-amd": `
    01:00.0 bindable driver-in-use | (j) the same card behind AMD's IOMMU
    00:01.0 blocked no-group no-reset | (j) the IOMMU itself is a PCI function, in no group
    02:00.0 blocked host-storage | (j) the root file system
  `,
  "lab-none": `
    01:00.0 blocked iommu-off driver-in-use | (k) without an IOMMU nothing goes
    02:00.0 blocked iommu-off host-storage | (k) and what never could says so as well
  `,
};

describe.each(Object.entries(hosts))("%s", (name, expectations) => {
  const judged = withHostTree(join(import.meta.dirname, `../../../e2e/hosts/${name}.tar.gz`), async (tree) =>
    judgeHost(await readHostReport(tree), { managementDevices: [], attachments: new Map() }),
  );

  test.each(parseExpectations(expectations))("$address is $status: $because", async (expected) => {
    const device = (await judged).devices.find(({ address }) => address === expected.address);
    const codes = device?.verdict.reasons.map(({ code }) => code);
    expect({ status: device?.verdict.status, codes }).toEqual({
      status: expected.status,
      codes: expected.codes,
    });
    if (expected.guestGets !== null) expect(device?.needs.guestGets).toEqual(expected.guestGets);
  });
});
