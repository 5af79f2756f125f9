import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { whyNotRename } from "../../domain/actions.schema";
import { vmNameSchema } from "../../domain/scalars.schema";
import { nameProblem } from "../../domain/vm-name.schema";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { vmReference } from "../references.schema";

/**
 * Gives a VM that is off another name. It stays the same VM, with its UUID and its history; files that bear the old name
 * keep it. An AppError "conflict" where it can't be renamed now, "bad-input" for a name that is none or is taken.
 */
export const renameVm = defineAct({
  name: "vm.rename",
  title: "Rename a VM",
  input: vmReference.extend({ name: vmNameSchema }),
  output: z.void(),
  objects: onVm,
  async run({ services: { fleet, definitions }, by, tell }, { hostId, vmId, name }) {
    const { summary } = fleet.vm(hostId, vmId);
    const why = whyNotRename(summary);
    if (why !== null) throw notRenamed(summary.name, why);
    const all = fleet.vmsOf(hostId).map((vm) => vm.summary);
    const problem = nameProblem(summary, name, all);
    if (problem !== null) throw new AppError("bad-input", { userMessage: problem });
    if (name === summary.name) return;
    const what = `Renamed from ${summary.name} to ${name}`;
    tell({ title: what });
    const author = { subject: `VM ${summary.name}`, by, what };
    await definitions.change({ hostId, vmId: summary.id }, author, async (connection, before) => {
      if (before === null) throw notRenamed(summary.name, "it is gone, or has no saved definition");
      await connection.call("domain_rename", { dom: before.handle, new_name: name, flags: 0 });
    });
  },
});

function notRenamed(name: string, why: string): AppError {
  return new AppError("conflict", { userMessage: `${name}: not renamed because ${why}.` });
}
