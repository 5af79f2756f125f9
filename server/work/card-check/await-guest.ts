import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors";
import type { HostTree } from "../../host/host-tree";
import { reaches, readGuestSigns, type Sign } from "../../pci/card-check/guest-signs";

export interface GuestWait {
  /** For the first sign of the guest, from its start on. */
  answerMs: number;
  /** For a driver, once there is a sign: firmware alone stays at "decoding". */
  driverMs: number;
  pollMs: number;
}

/** Firmware of a guest with much memory takes its time; an operating system's driver as well. */
export const guestWait: GuestWait = { answerMs: 120_000, driverMs: 60_000, pollMs: 250 };

export interface GuestAnswer {
  signs: ReadonlyMap<string, Sign>;
  /** Until the last sign that was seen. */
  milliseconds: number;
}

/**
 * Waits until a guest has a driver on one of the devices and has switched on all the others, or has had its time.
 * @throws AppError where no device shows a sign within the limit, or where the signal aborts.
 */
export async function awaitGuest(
  tree: HostTree,
  addresses: readonly string[],
  signal: AbortSignal,
  wait: GuestWait = guestWait,
): Promise<GuestAnswer> {
  const begin = performance.now();
  let answer: GuestAnswer = { signs: new Map(), milliseconds: 0 };
  let firstAt: number | null = null;
  for (;;) {
    const signs = await readGuestSigns(tree, addresses);
    const now = performance.now();
    if (advanced(answer.signs, signs)) answer = { signs, milliseconds: now - begin };
    if (firstAt === null && answer.milliseconds > 0) firstAt = now;
    if (isDone(signs) || (firstAt !== null && now - firstAt > wait.driverMs)) return answer;
    if (firstAt === null && now - begin > wait.answerMs) throw silent(addresses, wait.answerMs);
    await delay(wait.pollMs, undefined, { signal }).catch(() => {
      throw new AppError("conflict", { userMessage: "Waiting for the guest was cancelled." });
    });
  }
}

function advanced(before: ReadonlyMap<string, Sign>, now: ReadonlyMap<string, Sign>): boolean {
  return [...now].some(([address, sign]) => {
    const known = before.get(address) ?? "none";
    return known !== sign && reaches(sign, known);
  });
}

function isDone(signs: ReadonlyMap<string, Sign>): boolean {
  const all = [...signs.values()];
  return all.includes("interrupts") && all.every((sign) => reaches(sign, "decoding"));
}

function silent(addresses: readonly string[], limitMs: number): AppError {
  return new AppError("conflict", {
    userMessage: `The guest has not used ${addresses.join(", ")} within ${limitMs / 1000} s. Check its console: it may be waiting for a key, have no boot disk, or hang at the card's ROM (try without a ROM, or with another ROM file).`,
  });
}
