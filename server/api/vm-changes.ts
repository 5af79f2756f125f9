import pMap from "p-map";
import { type VmAction, whyNot } from "../domain/actions.schema";
import { remapCard } from "../domain/edit/remap-card";
import { act } from "../domain/lifecycle";
import { type Removal, removeVm } from "../domain/removal";
import { putSerialConsole } from "../domain/serial-device";
import { addVncScreen } from "../domain/vnc-device";
import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import type { ManagedHost } from "../fleet/managed-host";
import type { VmRecord } from "../fleet/read-vm";
import type { CallerAddresses } from "../pci/management-devices";
import { changeDefinition, type DefinitionChange } from "../work/definition/change-definition";
import type { Context } from "./context";
import { refuseBadStart } from "./start-problems";

/** What came of one VM of several. */
export interface ItemResult {
  vmId: string;
  name: string;
  ok: boolean;
  message: string | null;
}

/** libvirtd has 20 workers by default; a hundred VMs that start leave it some for everybody else. */
const atOnce = 8;

/** Does one thing to several VMs, side by side, and answers for each: one that fails stops no other. */
async function forEachVm(
  fleet: Fleet,
  { hostId, vmIds }: { hostId: string; vmIds: string[] },
  work: (host: ManagedHost, vm: VmRecord) => Promise<void>,
): Promise<{ results: ItemResult[] }> {
  const host = fleet.host(hostId);
  const one = async (vmId: string): Promise<ItemResult> => {
    let name = vmId;
    try {
      const vm = fleet.vm(hostId, vmId);
      name = vm.summary.name;
      await work(host, vm);
      return { vmId, name, ok: true, message: null };
    } catch (error) {
      if (error instanceof AppError) return { vmId, name, ok: false, message: error.userMessage };
      throw error;
    }
  };
  return { results: await pMap(new Set(vmIds), one, { concurrency: atOnce }) };
}

export function actOnVms(
  fleet: Fleet,
  input: { hostId: string; vmIds: string[]; action: VmAction },
  caller: CallerAddresses,
): Promise<{ results: ItemResult[] }> {
  return forEachVm(fleet, input, async (host, vm) => {
    const { summary, handle } = vm;
    const why = whyNot(input.action, summary);
    if (why) throw new AppError("conflict", { userMessage: `${summary.name}: not done because ${why}.` });
    if (input.action === "start") await refuseBadStart(fleet, vm, caller);
    await host.runLong(`VM ${summary.name}`, (connection) => act(connection, handle, input.action));
  });
}

export function setAutostart(
  fleet: Fleet,
  input: { hostId: string; vmIds: string[]; autostart: boolean },
): Promise<{ results: ItemResult[] }> {
  return forEachVm(fleet, input, async (host, { summary, handle }) => {
    await host.run(`VM ${summary.name}`, (connection) =>
      connection.call("domain_set_autostart", { dom: handle, autostart: input.autostart ? 1 : 0 }),
    );
    // libvirt has no event for this one.
    host.current().refresh(handle);
  });
}

/** Deletes a VM, with its history and those of its disks that are asked for. */
export async function deleteVm(
  { services: { fleet, definitions }, user }: Context,
  input: { hostId: string; vmId: string; deleteDisks: string[] },
): Promise<Removal> {
  const { summary, handle } = fleet.vm(input.hostId, input.vmId);
  const chosen = summary.disks.filter(({ target }) => input.deleteDisks.includes(target));
  const unknown = input.deleteDisks.filter((target) => !summary.disks.some((disk) => disk.target === target));
  if (unknown.length > 0) {
    throw new AppError("conflict", {
      userMessage: `${summary.name} has no disk ${unknown.join(", ")} any more. Nothing was deleted; look again.`,
    });
  }
  const vm = { hostId: input.hostId, vmId: summary.id };
  const author = { subject: `VM ${summary.name}`, by: user?.name ?? "", what: "Deleted it" };
  const removal = await definitions.change(vm, author, (connection) =>
    removeVm(connection, handle, chosen, usersOfDisks(fleet, input.hostId, summary.id)),
  );
  definitions.versions.forget(vm);
  return removal;
}

/** By disk source: another VM of the host that names it. */
function usersOfDisks(fleet: Fleet, hostId: string, exceptVmId: string): Map<string, string> {
  const others = fleet.vmsOf(hostId).filter(({ summary }) => summary.id !== exceptVmId);
  return new Map(
    others.flatMap(({ summary }) =>
      summary.disks.flatMap(({ source }): [string, string][] => (source ? [[source, summary.name]] : [])),
    ),
  );
}

/** What adds to a VM's definition, for {@link addToVm}. */
const additions = {
  serialConsole: { what: "Added a serial console", edit: putSerialConsole },
  vncScreen: { what: "Added a VNC screen", edit: addVncScreen },
} as const;

/** Adds something to a VM's saved definition that a running machine can't get. */
export async function addToVm(
  context: Context,
  vm: VmReference,
  addition: keyof typeof additions,
): Promise<{ appliesAfterRestart: boolean }> {
  const { active } = await changeAsUser(context, vm, additions[addition]);
  return { appliesAfterRestart: active };
}

/** Points devices of a VM at where they are now; all of them or none. */
export async function remapDevices(
  context: Context,
  { moves, ...vm }: VmReference & { moves: { from: string; to: string }[] },
): Promise<void> {
  const words = moves.map(({ from, to }) => `${from} to ${to}`).join(", ");
  await changeAsUser(context, vm, {
    what: `Pointed devices at where they are now: ${words}`,
    edit: (document) => {
      for (const { from, to } of moves) remapCard(document, from, to);
    },
  });
}

interface VmReference {
  hostId: string;
  vmId: string;
}

function changeAsUser(
  { services, user }: Context,
  { hostId, vmId }: VmReference,
  change: Pick<DefinitionChange, "what" | "edit">,
): Promise<{ active: boolean }> {
  return changeDefinition(services, { hostId, vmId, by: user?.name ?? "", base: null, ...change });
}
