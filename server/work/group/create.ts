import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { groupParts } from "./group-input.schema";

/** Makes a group of users. */
export const createGroup = defineAct({
  name: "group.create",
  title: "Create a group",
  input: groupParts,
  output: z.object({ groupId: z.guid() }),
  objects: onInstallation,
  run({ services: { groups }, tell }, input) {
    tell({ title: `Created the group ${input.name}` });
    return { groupId: groups.create(input) };
  },
});
