import { AppError } from "../../errors";
import { deviceAttachments } from "../../fleet/device-attachments";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import { wantedDevices } from "../../fleet/wanted-devices";
import { checkStart } from "../../pci/start-check/check-start";
import type { StartProblem } from "../../pci/start-check/start-problem.schema";
import type { ReadReport } from "./current-host-report";

/**
 * What keeps a VM from being started with the host's devices that it asks for, by what the host is like now. None for
 * a VM without such devices, or on a host whose files can't be reached.
 */
export async function startProblems(
  fleet: Fleet,
  { summary, xml }: VmRecord,
  readReport: ReadReport,
): Promise<StartProblem[]> {
  const { hostId, name, passthrough, unreadable } = summary;
  // What can't be read can't be checked either; libvirt itself can start it.
  if (unreadable !== null || passthrough.length === 0 || fleet.host(hostId).machine.files.value === null)
    return [];
  const { devices, host } = await readReport(hostId);
  const others = fleet.vmsOf(hostId).filter((vm) => vm.summary.name !== name);
  const heldBy = new Map<string, string>();
  for (const [address, attachments] of deviceAttachments(others)) {
    const holder = attachments.find(({ running }) => running);
    if (holder) heldBy.set(address, holder.vmName);
  }
  return checkStart(wantedDevices(xml), { devices, kernel: host.kernel, heldBy });
}

/** Refuses a start that would fail, or would give the guest another device than was meant: an AppError "conflict". */
export async function refuseBadStart(fleet: Fleet, vm: VmRecord, readReport: ReadReport): Promise<void> {
  const [first, ...others] = await startProblems(fleet, vm, readReport);
  if (first === undefined) return;
  const more =
    others.length === 0 ? "" : ` (${others.length} more of its devices can't be passed through either.)`;
  throw new AppError("conflict", {
    userMessage: `${vm.summary.name} was not started. ${first.message} ${first.fix}${more}`,
  });
}
