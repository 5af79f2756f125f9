import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { agreement, definePlannedAct } from "../planned-act";
import { hostReference } from "../references.schema";
import { planUndo } from "./plan-undo";

const input = hostReference.extend({ changeId: z.guid() });

/** Takes a change of the host's boot back, whenever it was made. */
export const undoChange = definePlannedAct({
  names: { plan: "prepare.planUndo", run: "prepare.undo" },
  title: "Take back a change of how the host starts",
  input,
  agreed: input.extend(agreement),
  objects: onBoot,
  plan: ({ services: { preparations }, by }, { hostId, changeId }) =>
    planUndo(
      {
        machine: preparations.machine(hostId),
        by,
        originals: preparations.originals.folderOf(hostId),
      },
      preparations.changesOf(hostId).all(),
      changeId,
    ),
});
