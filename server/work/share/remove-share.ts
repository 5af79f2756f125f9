import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { subjectSchema } from "../../access/share.schema";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Shares a VM with a user or a group no more; also one that is not there by now. */
export const removeShare = defineAct({
  name: "share.remove",
  title: "Share a VM no more",
  input: vmReference.extend({ subject: subjectSchema }),
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services: { shares }, tell }, { subject, ...vm }) {
    tell({ title: `Took the VM from the ${subject.kind} ${shares.nameOf(subject)}` });
    shares.remove(onVm(vm), subject);
  },
});
