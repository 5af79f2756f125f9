import { setTimeout as delay } from "node:timers/promises";
import type { DomainHandle } from "../../domain/lifecycle";
import type { ManagedHost } from "../../fleet/managed-host";
import { GivenUp } from "../../job/given-up";
import type { StepContext } from "../../job/job-kind";

const lookMs = 500;

/**
 * Tells how much of a guest's memory is written, while `save` writes it, and has libvirt give it up where the job is
 * cancelled: the guest then goes on (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJob).
 */
export async function whileSaving(
  host: Pick<ManagedHost, "run">,
  { dom, name }: { dom: DomainHandle; name: string },
  { signal, progress }: Pick<StepContext, "signal" | "progress">,
  save: () => Promise<void>,
): Promise<void> {
  const givenUp = new GivenUp(`${name} was not saved: that was cancelled, and it goes on.`);
  if (signal.aborted) throw givenUp;
  const done = new AbortController();
  const abort = () =>
    void host
      .run(`VM ${name}`, (connection) => connection.call("domain_abort_job", { dom }))
      // It has just ended, and what came of it the save itself tells.
      .catch(() => undefined);
  const watching = tellProgress(host, { dom, name }, progress, done.signal).catch(() => undefined);
  signal.addEventListener("abort", abort);
  try {
    await save();
  } catch (error) {
    if (!signal.aborted) throw error;
    throw givenUp;
  } finally {
    signal.removeEventListener("abort", abort);
    done.abort();
    await watching;
  }
}

/** Looks how far libvirt is, until `done`. */
async function tellProgress(
  host: Pick<ManagedHost, "run">,
  { dom, name }: { dom: DomainHandle; name: string },
  progress: StepContext["progress"],
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    const info = await host.run(`VM ${name}`, (connection) =>
      connection.call("domain_get_job_info", { dom }),
    );
    if (info.dataTotal > 0n) progress(Number(info.dataProcessed), Number(info.dataTotal));
    await delay(lookMs, undefined, { signal: done }).catch(() => undefined);
  }
}
