import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import type { VmRecord } from "../../fleet/read-vm";
import { need } from "../../host/ability";
import { hugePagesNowSchema } from "../../host/huge-pages/huge-pages.schema";
import { readHugePages } from "../../host/huge-pages/read-huge-pages";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";
import { type PageUse, pageUseOf, pageUseSchema } from "./page-use";

/** Huge pages of a host by node, and which VMs have their memory in them. */
export const hugePagesStateSchema = hugePagesNowSchema.extend({
  /** Why they can't be changed now; null where they can. */
  unable: z.string().nullable(),
  uses: z.array(pageUseSchema),
});
export type HugePagesState = z.infer<typeof hugePagesStateSchema>;

export const seeHugePages = defineAct({
  name: "prepare.hugePages",
  title: "See huge pages by node",
  input: hostReference,
  output: hugePagesStateSchema,
  changes: false,
  objects: onBoot,
  async run({ services: { fleet, preparations } }, { hostId }) {
    const machine = preparations.machine(hostId);
    return {
      ...(await readHugePages(need(machine.files))),
      unable: machine.unchangeable ?? machine.writer.why,
      uses: fleet.vmsOf(hostId).filter(isRunning).flatMap(usesOf),
    };
  },
});

function isRunning({ summary: { state } }: VmRecord): boolean {
  return state !== "off" && state !== "crashed";
}

function usesOf({ summary, xml }: VmRecord): PageUse[] {
  const use = pageUseOf(xml);
  return use === null ? [] : [{ vmId: summary.id, name: summary.name, ...use }];
}
