import { AppError } from "../../errors";
import { deviceAttachments } from "../../fleet/device-attachments";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import { wantedDevices } from "../../fleet/wanted-devices";
import type { CarriedDevice } from "../../pci/carried.schema";
import type { JudgedReport } from "../../pci/schema";
import { checkCarried } from "../../pci/start-check/check-carried";
import { checkStart } from "../../pci/start-check/check-start";
import type { StartProblem } from "../../pci/start-check/start-problem.schema";
import { pageProblems } from "../huge-pages/page-problems";
import type { ReadReport } from "./current-host-report";

/**
 * What keeps a VM from being started with the host's devices and huge pages that it asks for, by what the host is like now.
 * None on a host whose files can't be reached.
 */
export async function startProblems(
  fleet: Fleet,
  vm: VmRecord,
  readReport: ReadReport,
): Promise<StartProblem[]> {
  const { hostId, name, unreadable } = vm.summary;
  // What can't be read can't be checked either; libvirt itself can start it.
  const { files } = fleet.host(hostId).machine;
  if (unreadable !== null || files.value === null) return [];
  const pages = await pageProblems(files.value, name, vm.xml);
  if (vm.definition.hostDevices.length === 0) return pages;
  const others = fleet.vmsOf(hostId).filter((vm) => vm.summary.name !== name);
  return [...startProblemsOf(vm, others, await readReport(hostId)), ...pages];
}

/** The same of a VM among others, by a report of their host. Pure. */
export function startProblemsOf(
  { definition, xml }: Pick<VmRecord, "definition" | "xml">,
  others: readonly VmRecord[],
  { devices, host, carried }: JudgedReport,
): StartProblem[] {
  const context = { devices, kernel: host.kernel, carried, ...holders(others, carried) };
  return [...checkStart(wantedDevices(xml), context), ...checkCarried(definition.hostDevices, context)];
}

/** Who runs with which devices. */
function holders(vms: readonly VmRecord[], carried: readonly CarriedDevice[]) {
  const running = vms.filter(({ summary }) => isActive(summary.state));
  const heldBy = new Map(
    [...deviceAttachments(running, carried)].flatMap(([address, [first]]): [string, string][] =>
      first === undefined ? [] : [[address, first.vmName]],
    ),
  );
  const handed = running.flatMap(({ summary, definition }) =>
    definition.hostDevices.map((device) => ({ ...device, vmName: summary.name })),
  );
  return { heldBy, handed };
}

/** Refuses a start that would fail, or would give the guest another device than was meant: an AppError "conflict". */
export async function refuseBadStart(fleet: Fleet, vm: VmRecord, readReport: ReadReport): Promise<void> {
  const [first, ...others] = await startProblems(fleet, vm, readReport);
  if (first === undefined) return;
  const more =
    others.length === 0
      ? ""
      : ` (${others.length} more ${others.length === 1 ? "thing keeps" : "things keep"} it from being started.)`;
  throw new AppError("conflict", {
    userMessage: `${vm.summary.name} was not started. ${first.message} ${first.fix}${more}`,
  });
}
