import type { Who } from "../../access/can";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import { wantedDevices } from "../../fleet/wanted-devices";
import type { CarriedDevice } from "../../pci/carried.schema";
import type { JudgedReport } from "../../pci/schema";
import { checkCarried } from "../../pci/start-check/check-carried";
import { checkStart } from "../../pci/start-check/check-start";
import type { StartProblem } from "../../pci/start-check/start-problem.schema";
import { pageProblems } from "../huge-pages/page-problems";
import { asksForCards, choiceFor, type NamedRooms } from "../named/card-choice";
import type { ReadReport } from "./current-host-report";
import { runningHolders } from "./running-holders";

/**
 * What keeps a VM from being started with the host's devices and huge pages that it asks for, by what the host is like now.
 * None on a host whose files can't be reached.
 */
export async function startProblems(
  rooms: StartRooms,
  vm: VmRecord,
  { readReport, who }: StartAsked,
): Promise<StartProblem[]> {
  const { hostId, name, unreadable } = vm.summary;
  // What can't be read can't be checked either; libvirt itself can start it.
  const { files } = rooms.fleet.host(hostId).machine;
  if (unreadable !== null || files.value === null) return [];
  const pages = await pageProblems(files.value, name, vm.xml);
  if (vm.definition.hostDevices.length === 0 && !asksForCards(vm)) return pages;
  const others = rooms.fleet.vmsOf(hostId).filter((vm) => vm.summary.name !== name);
  const report = await readReport(hostId);
  return [...startProblemsOf(vm, others, report), ...namedProblems(rooms, vm, report, who), ...pages];
}

/** Who would start it, and how the host is looked at for them. */
interface StartAsked {
  readReport: ReadReport;
  who: Who;
}

/** Where it is looked up what keeps a VM from being started. */
export interface StartRooms extends NamedRooms {
  fleet: Fleet;
}

function namedProblems(rooms: NamedRooms, vm: VmRecord, report: JudgedReport, who: Who): StartProblem[] {
  if (!asksForCards(vm)) return [];
  const { choice } = choiceFor(rooms, vm, report, { who });
  if ("problem" in choice) {
    const { name, problem, fix } = choice;
    return [{ code: "none-free", address: name, message: problem, fix, remapTo: null }];
  }
  const wanted = choice.cards.flatMap(({ functions }) =>
    functions.map((device) => ({ address: device.address, managed: true, identity: device })),
  );
  const context = { devices: report.devices, kernel: report.host.kernel, heldBy: new Map<string, string>() };
  return checkStart(wanted, context);
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
  const heldBy = runningHolders(vms, carried);
  const running = vms.filter(({ summary }) => isActive(summary.state));
  const handed = running.flatMap(({ summary, definition }) =>
    definition.hostDevices.map((device) => ({ ...device, vmName: summary.name })),
  );
  return { heldBy, handed };
}

/** Refuses a start that would fail, or would give the guest another device than was meant: an AppError "conflict". */
export async function refuseBadStart(rooms: StartRooms, vm: VmRecord, asked: StartAsked): Promise<void> {
  const [first, ...others] = await startProblems(rooms, vm, asked);
  if (first === undefined) return;
  const more =
    others.length === 0
      ? ""
      : ` (${others.length} more ${others.length === 1 ? "thing keeps" : "things keep"} it from being started.)`;
  throw new AppError("conflict", {
    userMessage: `${vm.summary.name} was not started. ${first.message} ${first.fix}${more}`,
  });
}
