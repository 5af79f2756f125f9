import { and, eq } from "drizzle-orm";
import type { Logger } from "pino";
import type { VmKey } from "../../access/shared-object";
import type { Database } from "../../database/open-database";
import { failedStarts } from "../../database/tables/vms";
import type { Fleet } from "../../fleet/fleet";
import type { FleetMessage } from "../../fleet/schema";
import type { Job } from "../../job/job.schema";
import type { FailedStart } from "./failed-start.schema";

interface FailedStartsRooms {
  database: Database;
  log: Logger;
  fleet: Pick<Fleet, "watch">;
}

type Listener = (all: readonly FailedStart[]) => void;

/**
 * The VMs whose last start failed: kept until one goes well, by whatever tool, until somebody has seen it, or until the VM is no
 * more. They are few, however many VMs there are.
 */
export class FailedStarts {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #kept: Map<string, FailedStart>;
  readonly #listeners = new Set<Listener>();

  constructor({ database, log, fleet }: FailedStartsRooms) {
    this.#database = database;
    this.#log = log;
    const rows = database.query.select().from(failedStarts).all();
    this.#kept = new Map(rows.map((row) => [keyOf(row), row]));
    fleet.watch((message) => this.#follow(message));
  }

  /** Writes down what a job that started VMs came to, once it has ended. @param vmIds Whose its steps are, in their order. */
  async noteEnd(job: Promise<Job>, vmIds: readonly string[]): Promise<void> {
    try {
      this.#note(await job, vmIds);
    } catch (err) {
      // Nobody waits for it, and the server may be stopping.
      this.#log.warn({ err }, "could not note which VMs did not start");
    }
  }

  #note({ hostId, id, endedAt, steps }: Job, vmIds: readonly string[]): void {
    for (const [index, vmId] of vmIds.entries()) {
      const step = steps[index];
      if (step?.state === "done") this.forget({ hostId, vmId });
      if (step?.state !== "failed") continue;
      const problem = step.problem ?? "It was not started.";
      this.#keep({ hostId, vmId, jobId: id, at: endedAt ?? Date.now(), problem });
    }
  }

  /** Forgets that a VM's last start failed. */
  forget(vm: VmKey): void {
    if (!this.#kept.delete(keyOf(vm))) return;
    this.#database.query.delete(failedStarts).where(of(vm)).run();
    this.#tell();
  }

  /** Sends all to `listener`, now and whenever they are others, until the returned function is called. */
  watch(listener: Listener): () => void {
    listener([...this.#kept.values()]);
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #keep(failed: FailedStart): void {
    this.#kept.set(keyOf(failed), failed);
    const { hostId, vmId, ...what } = failed;
    this.#database.query
      .insert(failedStarts)
      .values(failed)
      .onConflictDoUpdate({ target: [failedStarts.hostId, failedStarts.vmId], set: what })
      .run();
    this.#tell();
  }

  #follow(message: FleetMessage): void {
    if (this.#kept.size === 0) return;
    for (const { hostId, id, state } of message.vms)
      if (state === "running" || state === "paused") this.forget({ hostId, vmId: id });
    if (message.type === "delta")
      for (const { hostId, id } of message.removed) this.forget({ hostId, vmId: id });
  }

  #tell(): void {
    const all = [...this.#kept.values()];
    for (const listener of this.#listeners) listener(all);
  }
}

function keyOf({ hostId, vmId }: VmKey): string {
  return `${hostId}/${vmId}`;
}

function of({ hostId, vmId }: VmKey) {
  return and(eq(failedStarts.hostId, hostId), eq(failedStarts.vmId, vmId));
}
