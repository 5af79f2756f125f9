import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { sharedVmSchema } from "../../access/share.schema";
import { defineAct } from "../act";
import { ofUser } from "../people/user.schema";

/** What is shared with a user, by themselves and by their groups. */
export const seeSharedVms = defineAct({
  name: "share.ofUser",
  title: "See which VMs are shared with a user",
  input: ofUser,
  output: z.array(sharedVmSchema),
  changes: false,
  objects: onInstallation,
  run({ services: { fleet, people, shares } }, { userId }) {
    people.nameOf(userId);
    return shares.ofUser(userId).map((shared) => {
      const name = fleet.findVm(shared.hostId, shared.vmId)?.summary.name ?? null;
      return { ...shared, name };
    });
  },
});
