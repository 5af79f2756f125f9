import type { JudgedReport } from "../../pci/schema";
import type { ReasonCode } from "../../pci/verdict.schema";
import type { NeededDevice } from "../../prepare/refuse-needed";

/** What would be lost with its host's disks, its network, or the way to it. */
const needs: readonly ReasonCode[] = ["bridge", "host-storage", "host-network", "management-network"];

/** The devices that a host can't spare, by the verdicts on them. */
export function neededDevices({ devices }: JudgedReport): NeededDevice[] {
  return devices.flatMap(({ address, vendorId, deviceId, verdict }) => {
    const reason = verdict.reasons.find(({ code, weight }) => weight === "block" && needs.includes(code));
    return reason === undefined ? [] : [{ address, id: `${vendorId}:${deviceId}`, why: reason.message }];
  });
}
