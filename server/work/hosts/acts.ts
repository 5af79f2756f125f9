import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { hostNameSchema } from "../../host/route/host-name.schema";
import { routeWords } from "../../host/route/route-places.schema";
import { defineAct } from "../act";
import { addHostSchema, changeHostSchema } from "./host-request.schema";

/** Has Passdeck manage one more host. */
export const addHost = defineAct({
  name: "hosts.add",
  title: "Add a host",
  input: addHostSchema,
  output: z.void(),
  objects: onInstallation,
  run({ services: { hosts }, by, tell }, input) {
    tell({ title: `Added the host ${input.name} (${routeWords(input.route)})` });
    hosts.add(input, by);
  },
});

/** Changes how a host is reached: its address, the accepted keys, what it is signed in to by. */
export const changeHost = defineAct({
  name: "hosts.change",
  title: "Change how a host is reached",
  input: changeHostSchema,
  output: z.void(),
  objects: onInstallation,
  async run({ services: { hosts }, tell }, input) {
    const secret = input.credential.kind === "kept" ? "" : ", with another credential";
    tell({ title: `Changed how ${input.hostId} is reached (${routeWords(input.route)}${secret})` });
    await hosts.change(input);
  },
});

/** Manages a host no more. What runs on it goes on. */
export const removeHost = defineAct({
  name: "hosts.remove",
  title: "Remove a host",
  input: z.object({ hostId: hostNameSchema }),
  output: z.void(),
  objects: onInstallation,
  async run({ services: { hosts }, tell }, { hostId }) {
    tell({ title: `Removed the host ${hostId}` });
    await hosts.remove(hostId);
  },
});
