import { whyNotRename } from "../../domain/actions.schema";
import { nameProblem } from "../../domain/vm-name.schema";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { DefinitionHistory } from "./definition-history";

/** What a VM is to be called. */
export interface Renaming {
  hostId: string;
  vmId: string;
  name: string;
  /** The user's name. */
  by: string;
}

/**
 * Gives a VM that is off another name. It stays the same VM, with its UUID and its history; files that bear the old name
 * keep it.
 * @throws AppError "conflict" where the VM can't be renamed now, "bad-input" for a name that is none or is taken.
 */
export async function renameVm(
  { fleet, definitions }: { fleet: Pick<Fleet, "vm" | "vmsOf">; definitions: DefinitionHistory },
  { hostId, vmId, name, by }: Renaming,
): Promise<void> {
  const { summary } = fleet.vm(hostId, vmId);
  const why = whyNotRename(summary);
  if (why !== null) throw notRenamed(summary.name, why);
  const all = fleet.vmsOf(hostId).map((vm) => vm.summary);
  const problem = nameProblem(summary, name, all);
  if (problem !== null) throw new AppError("bad-input", { userMessage: problem });
  if (name === summary.name) return;
  const author = { subject: `VM ${summary.name}`, by, what: `Renamed from ${summary.name} to ${name}` };
  await definitions.change({ hostId, vmId: summary.id }, author, async (connection, before) => {
    if (before === null) throw notRenamed(summary.name, "it is gone, or has no saved definition");
    await connection.call("domain_rename", { dom: before.handle, new_name: name, flags: 0 });
  });
}

function notRenamed(name: string, why: string): AppError {
  return new AppError("conflict", { userMessage: `${name}: not renamed because ${why}.` });
}
