import { setTimeout as delay } from "node:timers/promises";
import type { Fleet } from "../../fleet/fleet";
import type { StepContext } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { type Announce, allocationOf, type Copy, copyVolume } from "../../storage/volume-acts";

const lookMs = 500;

/** Copies a volume by `connection`, which is held up until that is done, and tells by others how far it is. */
export async function copyWithProgress(
  host: Pick<ReturnType<Fleet["host"]>, "run">,
  connection: Connection,
  copy: Copy,
  context: StepContext,
  announce: Announce,
): Promise<void> {
  const done = new AbortController();
  const look = (pool: string, name: string) =>
    host.run(`Volume ${name}`, (other) => allocationOf(other, pool, name));
  const watching = tellProgress(look, copy, context, done.signal)
    // Without figures the copy is none the worse.
    .catch(() => undefined);
  try {
    await copyVolume(connection, copy, announce);
  } finally {
    done.abort();
    await watching;
  }
}

/** Looks how far the copy has grown, until `done`: libvirt itself tells nothing while it copies. */
async function tellProgress(
  allocated: (pool: string, name: string) => Promise<number | null>,
  { fromPool, from, toPool, to }: Copy,
  context: StepContext,
  done: AbortSignal,
): Promise<void> {
  const total = await allocated(fromPool, from);
  while (!done.aborted) {
    const bytes = await allocated(toPool, to);
    if (bytes !== null) context.progress(total === null ? bytes : Math.min(bytes, total), total);
    await delay(lookMs, undefined, { signal: done }).catch(() => undefined);
  }
}
