import { type HardwareReport, hardwareReportSchema } from "@/server/pci/schema";
import demo from "./golden/demo.json";

/** The report of the demo's host. */
export const demoReport: HardwareReport = hardwareReportSchema.parse(demo);

/** The same host with its IOMMU switched off. */
export const reportWithoutIommu: HardwareReport = {
  ...demoReport,
  iommu: { enabled: false, kind: null, offeredByFirmware: false, parameters: [] },
  groups: [],
  devices: demoReport.devices.map((device) => ({ ...device, iommuGroup: null })),
};
