import { deviceAttachments } from "../../fleet/device-attachments";
import type { Fleet } from "../../fleet/fleet";
import { need } from "../../host/ability";
import type { CallerAddresses } from "../../host/caller-addresses";
import { readHostReport } from "../../pci/read-host-report";
import type { HardwareReport, JudgedReport } from "../../pci/schema";
import { judge } from "./judged-hardware";

/** Looks at a host's hardware, with verdicts for who asks. */
export type ReadReport = (hostId: string) => Promise<JudgedReport>;

/**
 * A host's hardware with verdicts for who asks, to make plans from: read anew, as what pages show may be a minute old
 * where only a mount or an address changed. Each host is read once, however often it is asked about: make one of these
 * for each act.
 */
export function currentHostReports(fleet: Fleet, caller: CallerAddresses): ReadReport {
  const reports = new Map<string, Promise<HardwareReport>>();
  return async (hostId) => {
    const { machine } = fleet.host(hostId);
    const report = reports.get(hostId) ?? readHostReport(need(machine.files));
    reports.set(hostId, report);
    const read = await report;
    const attachments = deviceAttachments(fleet.vmsOf(hostId), read.carried);
    return judge(read, attachments, machine.managementConnection(caller));
  };
}

/** As {@link currentHostReports}, but as pages show it, which takes no reading where nothing has changed. */
export function shownHostReports(fleet: Fleet, caller: CallerAddresses): ReadReport {
  return async (hostId) => {
    const { machine } = fleet.host(hostId);
    const report = await fleet.shownHardware(hostId);
    const attachments = deviceAttachments(fleet.vmsOf(hostId), report.carried);
    return judge(report, attachments, machine.managementConnection(caller));
  };
}
