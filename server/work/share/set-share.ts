import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { subjectSchema } from "../../access/share.schema";
import { sharedLevels } from "../../access/shared-rights";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Shares a VM with a user or a group, or changes what they are to it. Their open pages go by it at once. */
export const setShare = defineAct({
  name: "share.set",
  title: "Share a VM",
  input: vmReference.extend({ subject: subjectSchema, level: z.enum(sharedLevels) }),
  output: z.void(),
  objects: onVm,
  // A job that has the VM in hand has nothing to do with who sees it; but with what its owner's quota is to bear.
  inHand: (input) => (input.level === "owner" ? onVm(input) : nothing()),
  run({ services: { fleet, shares, quotaBook }, tell }, { hostId, vmId, subject, level }) {
    const { summary } = fleet.vm(hostId, vmId);
    tell({ title: `Shared ${summary.name} with the ${subject.kind} ${shares.nameOf(subject)} as ${level}` });
    const vm = { hostId, vmId: summary.id };
    const share = () => shares.set(onVm(vm), subject, level);
    return level === "owner" ? quotaBook.during([{ kind: "owner", vm, owner: subject }], share) : share();
  },
});
