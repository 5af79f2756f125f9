import { onVolume } from "../../access/objects-of";
import type { PlannedStep } from "../../plan.schema";
import { refuseTakenName } from "../../storage/volume-acts";
import type { ActContext } from "../act-context";
import { startJob } from "../planned-act";

interface VolumeJob {
  hostId: string;
  kind: string;
  title: string;
  /** The volume that it makes. */
  volume: { pool: string; name: string };
  steps: PlannedStep[];
  jobInput: unknown;
}

/** Begins a job that makes a volume whose name is not taken yet. */
export async function startVolumeJob(
  context: ActContext,
  { hostId, volume: { pool, name }, kind, title, steps, jobInput }: VolumeJob,
): Promise<{ jobId: string }> {
  // The job looks once more; here it is said before there is one.
  await context.services.fleet
    .host(hostId)
    .run(`Pool ${pool}`, (connection) => refuseTakenName(connection, pool, name));
  const inHand = [onVolume({ hostId, pool, volume: name })];
  return { jobId: startJob(context, { plan: { kind, title, steps }, jobInput, inHand }) };
}
