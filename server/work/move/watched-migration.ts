import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors";
import type { ManagedHost } from "../../fleet/managed-host";
import { GivenUp } from "../../job/given-up";
import type { StepContext } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { readProgress } from "../../move/job-stats";
import type { MigrationProgress } from "../../move/migration.schema";
import type { DomainHandle } from "../../move/whereabouts";

const lookMs = 500;

export interface WatchedMigration {
  /** The source, which is asked how far it is. */
  host: Pick<ManagedHost, "run">;
  target: { connection: Pick<Connection, "closed">; name: string };
  dom: DomainHandle;
  name: string;
  /** Is told how far it is; null at its end. */
  tell(progress: MigrationProgress | null): void;
}

/**
 * Tells how far a migration is while `work` has libvirt do it, and has libvirt give it up where the job is cancelled, or
 * the target is lost: libvirt would go on for minutes, and the guest stand still at the end of it. The guest goes on on the source then
 * (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJob).
 */
export async function watchedMigration(
  watched: WatchedMigration,
  { signal, progress }: Pick<StepContext, "signal" | "progress">,
  work: () => Promise<void>,
): Promise<void> {
  const { host, target, dom, name } = watched;
  const cancelled = new GivenUp(`${name} was not migrated, and goes on here.`);
  if (signal.aborted) throw cancelled;
  const done = new AbortController();
  let isLost = false;
  const abort = () =>
    void host
      .run(`VM ${name}`, (connection) => connection.call("domain_abort_job", { dom }))
      // It has just ended, and what came of it `work` tells.
      .catch(() => undefined);
  void target.connection.closed.then(() => {
    isLost = !done.signal.aborted;
    if (isLost) abort();
  });
  signal.addEventListener("abort", abort);
  const telling = tellProgress(watched, progress, done.signal).catch(() => undefined);
  try {
    await work();
  } catch (error) {
    if (error instanceof GivenUp) throw error;
    if (signal.aborted) throw cancelled;
    if (isLost) throw targetLost(name, target.name);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
    done.abort();
    await telling;
    watched.tell(null);
  }
}

/** Looks how far libvirt is, until `done`. */
async function tellProgress(
  { host, dom, name, tell }: WatchedMigration,
  progress: StepContext["progress"],
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    const now = await host.run(`VM ${name}`, (connection) => readProgress(connection, dom));
    if (now !== null && !done.aborted) {
      tell(now);
      progress(now.doneBytes, Math.max(now.totalBytes, now.doneBytes));
    }
    await delay(lookMs, undefined, { signal: done }).catch(() => undefined);
  }
}

function targetLost(name: string, target: string): AppError {
  return new AppError("host-unreachable", {
    userMessage: `${name} goes on here: the connection to ${target} ended before it was there. See whether ${target} is up, and migrate it again.`,
  });
}
