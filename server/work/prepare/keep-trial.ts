import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { agreement, definePlannedAct } from "../planned-act";
import { hostReference } from "../references.schema";
import { planKeep } from "./plan-keep";
import { planPartsOf } from "./plan-parts";

const input = hostReference.extend({ changeId: z.guid() });

/** Makes for good what was tried at one start. */
export const keepTrial = definePlannedAct({
  names: { plan: "prepare.planKeep", run: "prepare.keep" },
  title: "Keep how the host was started once",
  input,
  agreed: input.extend(agreement),
  objects: onBoot,
  async plan(context, { hostId, changeId }) {
    return planKeep(await planPartsOf(context, hostId), changeId);
  },
});
