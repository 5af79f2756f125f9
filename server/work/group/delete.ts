import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofGroup } from "./group-input.schema";

/** Deletes a group, with what is shared with it. */
export const deleteGroup = defineAct({
  name: "group.delete",
  title: "Delete a group",
  input: ofGroup,
  output: z.void(),
  objects: onInstallation,
  run({ services: { groups }, tell }, { groupId }) {
    tell({ title: `Deleted the group ${groups.nameOf(groupId)}` });
    groups.remove(groupId);
  },
});
