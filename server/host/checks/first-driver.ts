import { placeOfBinding } from "../modules/binding-at-boot";
import { logged } from "./boot-log";
import type { Evidence } from "./check.schema";
import type { CheckedDevice, CheckSources } from "./check-sources";
import { changeOf, type Finding, type HostCheck, passed, unknown } from "./host-check";
import { rivalAdvice } from "./rival-drivers";

/** Which driver had a card that is meant for VMs first, by the log of the boot. */
export const firstDriver: HostCheck = {
  id: "first-driver",
  group: "cards",
  title: "Who had the card first",
  why: "A GPU whose driver set it up before vfio-pci took it may keep a state that a VM can't start from.",
  look: driversFirst,
};

/** What speaks of a device without being its driver. */
const noDrivers = new Set([
  "pci",
  "pcieport",
  "iommu",
  "DMAR",
  "AMD-Vi",
  "vgaarb",
  "efifb",
  "input",
  "vfio_pci",
]);

interface First {
  device: CheckedDevice;
  driver: string | null;
  evidence: Evidence[];
}

function driversFirst(sources: CheckSources): Finding {
  const { devices, binding, log } = sources;
  const meant = devices.filter(
    (device) =>
      !device.class.startsWith("06") &&
      (device.driver === "vfio-pci" || placeOfBinding(device, binding) !== null),
  );
  if (meant.length === 0) return passed("No card is reserved for VMs.");
  if (log.lines === null) return unknown(log.problem);
  const found = meant.map((device): First => firstOf(device, sources));
  const taken = found.filter(({ driver }) => driver !== null && driver !== "vfio-pci");
  const evidence = found.flatMap((one) => one.evidence);
  if (taken.length > 0) {
    const words = taken.map(({ device, driver }) => `${driver} had ${device.address}`).join(", ");
    return {
      status: "warn",
      detail: `Before vfio-pci, ${words}.`,
      fix: rivalAdvice(
        taken.map(({ device, driver }) => ({ ...device, driver })),
        sources,
      ),
      evidence: taken.flatMap((one) => one.evidence),
      change: changeOf({ vfioAddresses: taken.map(({ device }) => device.address) }),
    };
  }
  const silent = found.filter(({ driver }) => driver === null);
  if (silent.length === 0) return passed("vfio-pci had each card first.", evidence);
  const addresses = silent.map(({ device }) => device.address).join(", ");
  return {
    ...unknown(
      `The kernel's log does not say who had ${addresses} first; drivers that say nothing leave no line.`,
    ),
    evidence,
  };
}

/** "nouveau 0000:01:00.0: NVIDIA GM204" */
function firstOf(device: CheckedDevice, { log }: CheckSources): First {
  const lines = logged(log, new RegExp(`\\b[\\w-]+ ${device.address.replaceAll(".", "\\.")}: `), 200);
  for (const line of lines) {
    const driver = line.text.split(` ${device.address}: `)[0]?.match(/[\w-]+$/)?.[0];
    if (driver !== undefined && !noDrivers.has(driver)) return { device, driver, evidence: [line] };
  }
  return { device, driver: null, evidence: [] };
}
