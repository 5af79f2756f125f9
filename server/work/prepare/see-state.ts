import { onBoot } from "../../access/objects-of";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";
import { readState } from "./read-state";
import { prepareStateSchema } from "./state.schema";

/** What Passdeck has changed of how a host starts, and whether the host has started by it. */
export const seeState = defineAct({
  name: "prepare.state",
  title: "See how the host was made to start",
  input: hostReference,
  output: prepareStateSchema,
  changes: false,
  objects: onBoot,
  run: ({ services: { preparations } }, { hostId }) =>
    readState(preparations.machine(hostId), preparations.changesOf(hostId)),
});
