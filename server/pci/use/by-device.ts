import { type DeviceUse, deviceUseKinds, type NotLookedAt } from "../facts.schema";
import type { UseOf } from "./owners";
import type { GapOf } from "./storage-gaps";

/** More uses of one kind than anybody reads. */
const mostOfAKind = 12;

/** Each device's uses, the gravest kinds first, every detail once. */
export function usesByDevice(found: readonly UseOf[]): Map<string, DeviceUse[]> {
  const all = grouped(found, ({ address, use }) => [address, `${use.kind} ${use.detail}`, use]);
  return new Map([...all].map(([address, uses]) => [address, inOrder([...uses.values()])]));
}

/** Each device's open questions, every one once. */
export function gapsByDevice(gaps: readonly GapOf[]): Map<string, NotLookedAt[]> {
  const all = grouped(gaps, ({ address, gap }) => [address, `${gap.source} ${gap.question}`, gap]);
  return new Map([...all].map(([address, known]) => [address, [...known.values()].slice(0, mostOfAKind)]));
}

/** @param keysOf By what it is grouped, by what it is told apart in its group, and what is kept. */
function grouped<Found, Kept>(
  found: readonly Found[],
  keysOf: (one: Found) => readonly [group: string, own: string, kept: Kept],
): Map<string, Map<string, Kept>> {
  const all = new Map<string, Map<string, Kept>>();
  for (const one of found) {
    const [group, own, kept] = keysOf(one);
    const known = all.get(group) ?? new Map<string, Kept>();
    known.set(own, kept);
    all.set(group, known);
  }
  return all;
}

function inOrder(uses: readonly DeviceUse[]): DeviceUse[] {
  return deviceUseKinds.flatMap((kind) => {
    const ofKind = uses.filter((use) => use.kind === kind);
    if (ofKind.length <= mostOfAKind) return ofKind;
    return [...ofKind.slice(0, mostOfAKind), { kind, detail: `and ${ofKind.length - mostOfAKind} more` }];
  });
}
