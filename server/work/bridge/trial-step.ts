import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../errors";
import { comeBack, readResolver } from "../../host/guard/change-over";
import { lookEveryMs } from "../../host/guard/guard-trial";
import type { StartedGuard } from "../../host/guard/host-guard";
import { GivenUp } from "../../job/given-up";
import type { StepWork } from "../../job/job-kind";
import { bootIdOf } from "../prepare/host-now";
import type { BridgeWorld } from "./bridge-world";

/**
 * Has a guard change the network over, and waits for what comes of it. A guard that is left alone goes back by itself; one that is
 * gone is stood in for.
 */
export function trialStep(world: BridgeWorld): StepWork {
  const { folder, change } = world;
  return {
    async run({ note, remember, signal }) {
      let guard: StartedGuard | null = null;
      if (note === null) {
        remember("begun");
        folder.create({ ...change.trial, resolver: await readResolver(world.configuration()) });
        guard = world.guard().start(folder.path);
      } else if (folder.exists && folder.state() === null) folder.decide("back");
      await outcome(world, guard, signal);
      // One that has not seen yet that it is kept would take the next trial of this folder for its own.
      await endOfGuard(world);
    },
    async verify() {
      if (folder.decision() !== "keep") throw notKept(null);
      if ((await bootIdOf(world.tree())) !== change.bootId)
        throw new AppError("conflict", {
          userMessage: "The host was started anew before its new network was kept, and has the old one.",
        });
    },
    async undo({ note }) {
      if (note === null || !folder.exists) return;
      const decision = folder.decide("back");
      const end = await endOfGuard(world);
      const isWhole = decision === "back" && (end === null ? folder.state() === null : end.problem === null);
      if (!isWhole) await comeBack(world.configuration(), folder.trial());
      folder.remove();
    },
  };
}

/**
 * @param started The guard, where it was started by this process.
 * @throws AppError where the old network is back, or is to be put back; GivenUp where it is not waited for any longer.
 */
async function outcome(world: BridgeWorld, started: StartedGuard | null, signal: AbortSignal): Promise<void> {
  const { folder, guard } = world;
  while (!signal.aborted) {
    if (!folder.exists) throw notKept("what was known of it is gone");
    if (folder.decision() === "keep") return;
    const end = folder.end();
    if (end !== null) throw notKept(end.problem ?? end.cause);
    const state = folder.state();
    if (state === null && folder.decision() === "back") throw notKept("Passdeck was stopped before it began");
    if (started?.ended && folder.state() === null) throw notKept("its guard did not start");
    if (
      state !== null &&
      !guard().lives(state.pid, folder.path) &&
      folder.end() === null &&
      folder.decision() !== "keep"
    )
      throw notKept("its guard was ended");
    await pause(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
  throw new GivenUp("The old network is put back.");
}

/** Has a guard that lives see what was decided, and resolves to how it ended; null where it did not go back. */
async function endOfGuard({ folder, guard }: BridgeWorld) {
  const state = folder.state();
  if (state === null) return null;
  guard().hurry(state.pid, folder.path);
  while (guard().lives(state.pid, folder.path)) await pause(lookEveryMs);
  return folder.end();
}

function notKept(why: string | null): AppError {
  return new AppError("host-refused", {
    userMessage:
      why === null
        ? "Nobody confirmed in time that the host can still be reached: the old network is back."
        : `The new network was not kept: ${why.replace(/\.$/, "")}.`,
  });
}
