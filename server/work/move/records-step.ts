import type { VmKey } from "../../access/shared-object";
import type { Shares } from "../../access/shares";
import { readShownDefinition } from "../../domain/changes/saved-definition";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import { whereaboutsOn } from "../../move/whereabouts";
import type { DefinitionHistory } from "../definition/definition-history";
import { persevering } from "../persevering";
import { hasArrived } from "./has-arrived";
import type { MoveInput } from "./move-input.schema";

export interface RecordRooms {
  fleet: Pick<Fleet, "host">;
  shares: Pick<Shares, "moved">;
  definitions: Pick<DefinitionHistory, "versions">;
}

/** What Passdeck knows of the VM stands under its new host, and it is started with that one if it was with the old. */
export function recordsStep(
  { fleet, shares, definitions }: RecordRooms,
  hostId: string,
  input: MoveInput,
): StepWork {
  const from: VmKey = { hostId, vmId: input.vmId };
  const to: VmKey = { ...from, hostId: input.targetHostId };
  const carry = (old: VmKey, now: VmKey) => {
    shares.moved(old, now);
    definitions.versions.moved(old, now);
  };
  const target = () => fleet.host(input.targetHostId);
  return persevering(target, {
    run: async ({ note, remember }) => {
      if (note === null) remember("began");
      await target().run(`VM ${input.vmName}`, async (connection) => {
        const shown = await readShownDefinition(connection, input.vmId, null);
        carry(from, to);
        const latest = definitions.versions.latest(to);
        if (shown !== null && latest !== null && latest.xml !== shown.xml)
          definitions.versions.add({ ...to, by: input.by, what: "Moved here", xml: shown.xml });
        const { dom } = await whereaboutsOn(connection, input.vmId, "target");
        if (dom !== null && input.autostart)
          await connection.call("domain_set_autostart", { dom, autostart: 1 });
      });
    },
    verify: () => Promise.resolve(),
    undo: async ({ note, signal }) => {
      if (note === null || (await hasArrived(fleet, hostId, input, signal))) return;
      carry(to, from);
    },
  });
}
