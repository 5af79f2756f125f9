import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { removeVm } from "../../domain/removal";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { defineAct } from "../act";
import { vmReference } from "../references.schema";

/** Deletes a VM, with its history and those of its disks that are asked for. */
export const deleteVm = defineAct({
  name: "vm.delete",
  title: "Delete a VM",
  input: vmReference.extend({ deleteDisks: z.array(z.string().max(64)).max(256) }),
  output: z.object({
    deleted: z.array(z.string()),
    kept: z.array(z.object({ source: z.string(), why: z.string() })),
  }),
  objects: onVm,
  async run({ services: { fleet, definitions }, by }, { hostId, vmId, deleteDisks }) {
    const { summary, handle } = fleet.vm(hostId, vmId);
    const chosen = summary.disks.filter(({ target }) => deleteDisks.includes(target));
    const unknown = deleteDisks.filter((target) => !summary.disks.some((disk) => disk.target === target));
    if (unknown.length > 0) {
      throw new AppError("conflict", {
        userMessage: `${summary.name} has no disk ${unknown.join(", ")} any more. Nothing was deleted; look again.`,
      });
    }
    const vm = { hostId, vmId: summary.id };
    const author = { subject: `VM ${summary.name}`, by, what: "Deleted it" };
    const removal = await definitions.change(vm, author, (connection) =>
      removeVm(connection, handle, chosen, usersOfDisks(fleet, hostId, summary.id)),
    );
    definitions.versions.forget(vm);
    return removal;
  },
});

/** By disk source: another VM of the host that names it. */
function usersOfDisks(fleet: Fleet, hostId: string, exceptVmId: string): Map<string, string> {
  const others = fleet.vmsOf(hostId).filter(({ summary }) => summary.id !== exceptVmId);
  return new Map(
    others.flatMap(({ summary }) =>
      summary.disks.flatMap(({ source }): [string, string][] => (source ? [[source, summary.name]] : [])),
    ),
  );
}
