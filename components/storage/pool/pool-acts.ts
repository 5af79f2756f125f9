import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { notify } from "@/components/ui/notify";

export type PoolAct = "start" | "refresh" | "autostart-on" | "autostart-off";

interface Words {
  label: string;
  /** After the pool's name. */
  done: string;
  call(reference: { hostId: string; pool: string }): Promise<unknown>;
}

/** What can be done to a pool at once, without a question. */
const poolActs: Readonly<Record<PoolAct, Words>> = {
  start: {
    label: "Start",
    done: "is running",
    call: (reference) => trpc.storage.startPool.mutate(reference),
  },
  refresh: {
    label: "Refresh",
    done: "was refreshed",
    call: (reference) => trpc.storage.refreshPool.mutate(reference),
  },
  "autostart-on": {
    label: "Start with the host",
    done: "now starts with the host",
    call: (reference) => trpc.storage.setPoolAutostart.mutate({ ...reference, autostart: true }),
  },
  "autostart-off": {
    label: "Don't start with the host",
    done: "no longer starts with the host",
    call: (reference) => trpc.storage.setPoolAutostart.mutate({ ...reference, autostart: false }),
  },
};

/** Does it, and says how it went. */
export async function performPoolAct(act: PoolAct, hostId: string, pool: string): Promise<void> {
  const { label, done, call } = poolActs[act];
  try {
    await call({ hostId, pool });
    notify("success", pool, `It ${done}.`);
  } catch (error) {
    notify("error", `${label}: ${pool}`, errorText(error));
  }
}
