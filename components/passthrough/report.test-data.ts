import { fileURLToPath } from "node:url";
import { withHost } from "@/server/host/open-host";
import { readHostReport } from "@/server/pci/read-host-report";
import type { HostReport } from "@/server/pci/schema";

const demoHost = fileURLToPath(new URL("../../server/demo/host.tar.gz", import.meta.url));

let report: Promise<HostReport> | undefined;

/** The report of the demo's host, read once. */
export function demoReport(): Promise<HostReport> {
  report ??= withHost(demoHost, readHostReport);
  return report;
}

/** The same host with its IOMMU switched off. */
export async function reportWithoutIommu(): Promise<HostReport> {
  const on = await demoReport();
  return {
    ...on,
    iommu: { enabled: false, kind: null, offeredByFirmware: false, parameters: [] },
    groups: [],
    devices: on.devices.map((device) => ({ ...device, iommuGroup: null })),
  };
}
