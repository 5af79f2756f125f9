import { setTimeout as delay } from "node:timers/promises";
import type { ManagedHost } from "../../fleet/managed-host";
import type { StepContext } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { allocationOf } from "../../storage/volume-acts";
import type { VolumePlace } from "./own-volume";

const lookMs = 500;

/** What makes a volume, and how far that will come. */
interface Growing {
  /** How many bytes the volume will take; null where nobody knows. */
  total(connection: Connection): Promise<number | null>;
  work(): Promise<void>;
}

/** Has a volume made, and tells by other connections how far it is: libvirt itself tells nothing meanwhile. */
export async function tellingGrowth(
  host: Pick<ManagedHost, "run">,
  { pool, name }: VolumePlace,
  context: Pick<StepContext, "progress">,
  { total, work }: Growing,
): Promise<void> {
  const done = new AbortController();
  // Without figures the volume is none the worse: libvirt knows it before there is a file.
  const look = (at: (other: Connection) => Promise<number | null>) =>
    host.run(`Volume ${name}`, at).catch(() => null);
  const watching = (async () => {
    const whole = await look(total);
    while (!done.signal.aborted) {
      const bytes = await look((other) => allocationOf(other, pool, name));
      if (bytes !== null) context.progress(whole === null ? bytes : Math.min(bytes, whole), whole);
      await delay(lookMs, undefined, { signal: done.signal }).catch(() => undefined);
    }
  })();
  try {
    await work();
  } finally {
    done.abort();
    await watching;
  }
}
