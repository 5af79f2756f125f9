import * as z from "zod";
import { hostGrantSchema } from "../../access/grant.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofSubject } from "../quota/quota-input.schema";

/** On which hosts a user or a group may make VMs, and of what. */
export const seeGrants = defineAct({
  name: "grant.of",
  title: "See who may make VMs",
  input: ofSubject,
  output: z.array(hostGrantSchema),
  changes: false,
  objects: onInstallation,
  run: ({ services: { grants } }, { subject }) => grants.of(subject),
});
