import { AppError } from "../errors";
import type { Host } from "../host/host";
import type { Job } from "../job/job.schema";
import { Jobs } from "../job/jobs";
import { Journal } from "../job/journal";
import { subjectOf } from "../job/subjects";
import { createLog } from "../log";
import { type WishedChange, wishedChangeSchema } from "../prepare/change.schema";
import type { NeededDevice } from "../prepare/refuse-needed";
import { HostPreparations } from "../work/prepare/host-preparations";
import { planChange } from "../work/prepare/plan-change";
import type { OwnState } from "./own-database";

interface Applied {
  host: Host;
  needed: readonly NeededDevice[];
  by: string;
}

/**
 * Carries a change of the host's boot out, as the page does: the same plan, the same job, on the same record.
 * @throws AppError where it can't be planned, or was not done: what it did is taken back then.
 */
export async function applyChange(
  { database, dataFolder }: OwnState,
  { host, needed, by }: Applied,
  wish: WishedChange,
): Promise<Job> {
  refuseBesideJobs(new Journal(database));
  const preparations = new HostPreparations({
    fleet: { host: () => ({ machine: host }) },
    database,
    dataFolder,
  });
  const originals = preparations.originals.folderOf(host.id);
  const { plan, jobInput } = await planChange(
    { machine: host, needed, made: preparations.changesOf(host.id).all(), by, originals },
    wishedChangeSchema.parse(wish),
  );
  if (plan.refusal !== null) throw new AppError("conflict", { userMessage: plan.refusal });
  const jobs = new Jobs({ database, kinds: [preparations.kind()], log: createLog("silent") });
  const { title, kind, steps } = plan;
  const subjects = [subjectOf({ kind: "boot", hostId: host.id }) ?? ""];
  const { id } = jobs.start({
    title,
    kind,
    steps,
    subjects,
    hostId: host.id,
    startedBy: by,
    input: jobInput,
  });
  const job = await jobs.ended(id);
  if (job.state !== "done")
    throw new AppError("host-refused", { userMessage: `It was not done: ${job.problem ?? job.state}` });
  return job;
}

/** To open the jobs of a server that runs would have them taken for cut short. */
function refuseBesideJobs(journal: Journal): void {
  const running = journal.all().find(({ state }) => state === "running");
  if (running === undefined) return;
  throw new AppError("conflict", {
    userMessage: `“${running.title}” is running in Passdeck, or was when Passdeck was killed. Wait until it ends; where Passdeck does not run, start it and finish or undo the job.`,
  });
}
