import type { Logger } from "pino";
import type { Jobs } from "../../job/jobs";
import { subjectOf } from "../../job/subjects";
import type { NeededDevice } from "../../prepare/refuse-needed";
import type { HostPreparations } from "./host-preparations";
import { planKeep } from "./plan-keep";
import { readState } from "./read-state";

interface SettleParts {
  preparations: HostPreparations;
  jobs: Pick<Jobs, "start">;
  log: Logger;
  /** What a host can't spare. */
  needed(hostId: string): Promise<readonly NeededDevice[]>;
}

/**
 * What Passdeck does of itself when it starts: compares changes that waited for a restart with what is, and has a trial that
 * the host came up by kept. Of whatever is not as planned it only tells; nothing that fails here keeps a server from starting.
 */
export async function settleBoot(parts: SettleParts, hostId: string): Promise<void> {
  try {
    await keepTried(parts, hostId);
  } catch (error) {
    parts.log.warn({ err: error, host: hostId }, "what waited for the host's restart could not be settled");
  }
}

async function keepTried({ preparations, jobs, needed }: SettleParts, hostId: string): Promise<void> {
  const machine = preparations.machine(hostId);
  const changes = preparations.changesOf(hostId);
  const state = await readState(machine, changes);
  const tried = state.changes.find((change) => change.state === "tried");
  if (tried === undefined) return;
  const originals = preparations.originals.folderOf(hostId);
  const parts = { machine, needed: await needed(hostId), by: tried.by, made: changes.all(), originals };
  const { plan, jobInput } = await planKeep(parts, tried.id);
  if (plan.refusal !== null) return;
  const { title, kind, steps } = plan;
  const subjects = [subjectOf({ kind: "boot", hostId }) ?? ""];
  jobs.start({ title, kind, steps, subjects, hostId, startedBy: tried.by, input: jobInput });
}
