import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobSpec } from "../../../job/jobs";
import { type KillOptions, type KillRuns, killEverywhere } from "./kill-runs";
import type { KillWorld } from "./kill-world";
import type { Rooms } from "./rooms";

interface Afterwards {
  /** The host in a folder that both jobs change. */
  host: { readonly root: string; install(): void };
  /** Does the first job. */
  first(rooms: Rooms): Promise<void>;
  /** The job on it, which is killed. */
  next(rooms: Rooms): Promise<JobSpec>;
}

/** As {@link killEverywhere}, of a job that follows on another: each server finds that one on record, and the host as it left it. */
export async function killAfterwards(
  world: KillWorld,
  { host, first, next }: Afterwards,
  options: Omit<KillOptions, "reset"> = {},
): Promise<KillRuns> {
  const [state, root] = await Promise.all([mkdtemp(prefix), mkdtemp(prefix)]);
  const copy = (from: string, to: string) => cp(from, to, { recursive: true, verbatimSymlinks: true });
  try {
    host.install();
    await world.takeOver(state, first);
    await copy(host.root, root);
    const spec = await world.takeOver(state, next);
    const reset = async () => {
      await rm(host.root, { recursive: true });
      await copy(root, host.root);
    };
    world.stateTemplate = state;
    return await killEverywhere(world, spec, { ...options, reset });
  } finally {
    world.stateTemplate = null;
    await Promise.all([state, root].map((folder) => rm(folder, { recursive: true })));
    host.install();
  }
}

const prefix = join(tmpdir(), "kill-template-");
