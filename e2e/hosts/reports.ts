import { type HostReport, hostReportSchema } from "@/server/pci/schema";
import demo from "./golden/demo.json";

/** The report of the demo's host. */
export const demoReport: HostReport = hostReportSchema.parse(demo);

/** The same host with its IOMMU switched off. */
export const reportWithoutIommu: HostReport = {
  ...demoReport,
  iommu: { enabled: false, kind: null, offeredByFirmware: false, parameters: [] },
  groups: [],
  devices: demoReport.devices.map((device) => ({ ...device, iommuGroup: null })),
};
