import type { ActContext } from "../act-context";
import { neededDevices } from "./needed-devices";
import type { PlanParts } from "./plan-change";

/** What plans for a host are made with, for who asks. */
export async function planPartsOf(
  { services: { preparations }, readReport, by }: Pick<ActContext, "services" | "readReport" | "by">,
  hostId: string,
): Promise<PlanParts> {
  return {
    machine: preparations.machine(hostId),
    needed: neededDevices(await readReport(hostId)),
    by,
    made: preparations.changesOf(hostId).all(),
    originals: preparations.originals.folderOf(hostId),
  };
}
