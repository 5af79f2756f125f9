import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { groupParts, ofGroup } from "./group-input.schema";

/** Gives a group another name, other members. */
export const changeGroup = defineAct({
  name: "group.change",
  title: "Change a group",
  input: groupParts.extend(ofGroup.shape),
  output: z.void(),
  objects: onInstallation,
  run({ services: { groups }, tell }, { groupId, ...parts }) {
    tell({ title: `Changed the group ${groups.nameOf(groupId)}` });
    groups.change(groupId, parts);
  },
});
