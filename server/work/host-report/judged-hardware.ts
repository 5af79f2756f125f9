import { type DeviceAttachments, deviceAttachments } from "../../fleet/device-attachments";
import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import { managementDevices } from "../../pci/management-devices";
import type { HardwareReport, JudgedReport } from "../../pci/schema";
import { judgeHost } from "../../pci/verdict/judge";

/** Sends a host's hardware with verdicts for who asks, now and whenever it or its VMs change. */
export function watchJudgedHardware(
  fleet: Fleet,
  hostId: string,
  caller: CallerAddresses,
  listener: (report: JudgedReport | null) => void,
): () => void {
  const management = fleet.host(hostId).machine.managementConnection(caller);
  let report: HardwareReport | null = null;
  let attachments: DeviceAttachments = new Map();
  const stopHardware = fleet.watchHardware(hostId, (next) => {
    report = next;
    attachments = deviceAttachments(fleet.vmsOf(hostId), report?.carried ?? []);
    listener(report && judge(report, attachments, management));
  });
  const stopVms = fleet.watch(() => {
    const next = deviceAttachments(fleet.vmsOf(hostId), report?.carried ?? []);
    if (same(next, attachments)) return;
    attachments = next;
    if (report) listener(judge(report, attachments, management));
  });
  return () => {
    stopHardware();
    stopVms();
  };
}

/** A host's hardware with verdicts. @param management What no card of must be taken away; see Host. */
export function judge(
  report: HardwareReport,
  attachments: DeviceAttachments,
  management: CallerAddresses | null,
): JudgedReport {
  return judgeHost(report, { managementDevices: managementDevices(report.network, management), attachments });
}

function same(left: DeviceAttachments, right: DeviceAttachments): boolean {
  return JSON.stringify([...left]) === JSON.stringify([...right]);
}
