import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { sharedDeviceSchema, sharedVmSchema } from "../../access/share.schema";
import { defineAct } from "../act";
import { ofUser } from "../people/user.schema";

/** What is shared with a user, by themselves and by their groups. */
export const seeShared = defineAct({
  name: "share.ofUser",
  title: "See what is shared with a user",
  input: ofUser,
  output: z.object({ vms: z.array(sharedVmSchema), devices: z.array(sharedDeviceSchema) }),
  changes: false,
  objects: onInstallation,
  run({ services: { fleet, people, shares } }, { userId }) {
    people.nameOf(userId);
    const all = shares.ofUser(userId);
    return {
      vms: all.flatMap(({ object, level, group }) => {
        if (object.kind !== "vm") return [];
        const { hostId, vmId } = object;
        return { hostId, vmId, name: fleet.findVm(hostId, vmId)?.summary.name ?? null, level, group };
      }),
      devices: all.flatMap(({ object, level, group }) =>
        object.kind === "named" ? { hostId: object.hostId, name: object.name, level, group } : [],
      ),
    };
  },
});
