import { setTimeout as delay } from "node:timers/promises";

/** What libvirtd read before a connection broke, it begins with at once. */
const settleMs = 1_000;
const lookMs = 100;

/**
 * Looks for what libvirt was asked to make by a connection that has ended since, until it is there or libvirt has had the
 * time to begin with it. A daemon that was held up reads such a request only afterwards, beside this look.
 */
export async function presentSoon<Found>(look: () => Promise<Found | null>): Promise<Found | null> {
  for (let waited = 0; ; waited += lookMs) {
    const found = await look();
    if (found !== null || waited >= settleMs) return found;
    await delay(lookMs);
  }
}

/** As {@link presentSoon}, of what libvirt was asked to take away. @returns whether it is gone. */
export async function goneSoon(isThere: () => Promise<boolean>): Promise<boolean> {
  return (await presentSoon(async () => ((await isThere()) ? null : true))) !== null;
}
