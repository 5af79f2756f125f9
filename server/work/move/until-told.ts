import { setTimeout as delay } from "node:timers/promises";
import { GivenUp } from "../../job/given-up";
import type { MoveInput } from "./move-input.schema";

/** Between two tries, milliseconds. */
const tryMs = 500;

/**
 * Asks the target until it answers where the VM is. For as long as it does not, the VM must not run on the source: the target
 * may have it running.
 * @param ask null: it is not decided yet.
 * @throws GivenUp where the job was cancelled, or Passdeck stops, before that was known.
 */
export async function untilTold<Found>(
  signal: AbortSignal,
  { vmName, targetName }: Pick<MoveInput, "vmName" | "targetName">,
  ask: () => Promise<Found | null>,
): Promise<Found> {
  for (;;) {
    const found = await ask().catch(() => null);
    if (found !== null) return found;
    await delay(tryMs, undefined, { signal }).catch(() => {
      throw new GivenUp(
        `It is not known whether ${vmName} runs on ${targetName}, which does not answer. It stands still here, so that it never runs twice. Once you are sure that ${targetName} is off or does not have it running, resume it here.`,
      );
    });
  }
}
