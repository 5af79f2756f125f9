import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { need } from "../../host/ability";
import { readHugePages } from "../../host/huge-pages/read-huge-pages";
import { refusedPlan } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { hostReference } from "../references.schema";
import { wishedPoolSchema } from "./huge-pages-input.schema";
import { planHugePages } from "./plan-huge-pages";

const input = hostReference.extend({ pools: z.array(wishedPoolSchema).min(1).max(64) });

/** Sets how many huge pages memory nodes have, at once and until the host restarts. */
export const setHugePages = definePlannedAct({
  names: { plan: "prepare.planHugePages", run: "prepare.setHugePages" },
  title: "Set huge pages now",
  input,
  agreed: input.extend(agreement),
  objects: onBoot,
  async plan({ services: { preparations } }, { hostId, pools }) {
    const { files, writer, unchangeable } = preparations.machine(hostId);
    const planned = planHugePages(await readHugePages(need(files)), pools);
    const unable = unchangeable ?? writer.why;
    if (unable === null || planned.plan.refusal !== null) return planned;
    return { ...planned, plan: refusedPlan(planned.plan, unable) };
  },
});
