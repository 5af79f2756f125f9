import type { HugePagesNow } from "../../host/huge-pages/huge-pages.schema";
import { poolFolder } from "../../host/huge-pages/read-huge-pages";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { sizeText } from "../../units/memory-size";
import type { HugePagesInput, WishedPool } from "./huge-pages-input.schema";

export const hugePagesKindName = "huge-pages";

/** What a host needs for itself: with less it ran out of memory (ubicloud 5996). */
const ownMemory = 2 * 1024 ** 3;
const gibibyte = 1024 ** 3;

type Change = HugePagesInput["pools"][number];

/** Plans that memory nodes have other numbers of huge pages at once, without a restart. Pure. */
export function planHugePages(
  now: HugePagesNow,
  wished: readonly WishedPool[],
): { plan: Plan; jobInput: HugePagesInput } {
  const changes = wished.flatMap((wish): Change[] => {
    const from = poolOf(now, wish)?.total ?? 0;
    return from === wish.count ? [] : [{ ...wish, from }];
  });
  const refusal = refusalOf(now, wished, changes);
  // What is freed first can be had by what follows.
  const pools = changes.toSorted((one, other) => gain(one) - gain(other));
  const plan = {
    title: `Set huge pages now: ${changes.map(inWords).join("; ") || "no change"}`,
    kind: hugePagesKindName,
    steps: refusal === null ? pools.map(stepOf) : [],
    warnings: refusal === null ? warningsOf(now, pools) : [],
    refusal,
  };
  return { plan: withFingerprint(plan, pools), jobInput: { pools } };
}

function poolOf(now: HugePagesNow, { node, pageBytes }: Pick<WishedPool, "node" | "pageBytes">) {
  return now.pools.find((pool) => pool.node === node && pool.pageBytes === pageBytes);
}

/** Bytes that a change takes; negative where it frees memory. */
function gain({ count, from, pageBytes }: Change): number {
  return (count - from) * pageBytes;
}

function refusalOf(
  now: HugePagesNow,
  wished: readonly WishedPool[],
  changes: readonly Change[],
): string | null {
  const unknown = wished.find((wish) => poolOf(now, wish) === undefined);
  if (unknown !== undefined) return `The kernel has no huge pages of ${sizeOf(unknown)}${placeOf(unknown)}.`;
  if (changes.length === 0) return "The host has these huge pages already: nothing has to be changed.";
  return usedRefusal(now, changes) ?? memoryRefusal(now, changes);
}

/** Pages that a VM holds are not given back before it stops. */
function usedRefusal(now: HugePagesNow, changes: readonly Change[]): string | null {
  for (const change of changes) {
    const pool = poolOf(now, change);
    const used = pool === undefined || pool.free === null ? 0 : pool.total - pool.free;
    if (change.count < used)
      return `${used} huge pages of ${sizeOf(change)}${placeOf(change)} are in use. Stop the VM that has them, or leave at least as many.`;
  }
  return null;
}

function memoryRefusal({ availableBytes, nodes }: HugePagesNow, changes: readonly Change[]): string | null {
  const bytes = changes.reduce((sum, change) => sum + gain(change), 0);
  if (availableBytes !== null && bytes > 0 && bytes > availableBytes - ownMemory)
    return `They take ${inGib(bytes)} more, and of the ${inGib(availableBytes)} that the host has available it keeps 2 GiB for itself. Stop a VM, or ask for fewer.`;
  for (const { id, totalBytes } of nodes) {
    const ofNode = changes.filter(({ node }) => node === id);
    const all = ofNode.reduce((sum, { count, pageBytes }) => sum + count * pageBytes, 0);
    if (totalBytes !== null && all > totalBytes)
      return `Node ${id} has ${inGib(totalBytes)} of memory, and ${inGib(all)} are asked for.`;
  }
  return null;
}

function warningsOf({ nodes }: HugePagesNow, changes: readonly Change[]): string[] {
  const grown = changes.filter((change) => gain(change) > 0);
  const short = nodes.flatMap(({ id, freeBytes }) => {
    const bytes = grown.filter(({ node }) => node === id).reduce((sum, change) => sum + gain(change), 0);
    return freeBytes !== null && bytes > freeBytes
      ? [
          `Node ${id} has ${inGib(freeBytes)} free at once; the kernel has to give up caches for ${inGib(bytes)}.`,
        ]
      : [];
  });
  const large = grown.some(({ pageBytes }) => pageBytes >= gibibyte)
    ? [
        "Pages of 1 GiB need memory without gaps, which a host that has run for a while rarely has: the kernel may give fewer. At the start of the host they are certain.",
      ]
    : [];
  const lost = "They last until the host restarts. For every start, change how the host starts.";
  return [...large, ...short, lost];
}

function stepOf(change: Change): PlannedStep {
  const file = `/${poolFolder(change)}/nr_hugepages`;
  return {
    title: inWords(change),
    effect: `${file}\n-${change.from}\n+${change.count}`,
    risk:
      gain(change) > 0
        ? "The kernel may find room for fewer. What it gave is read back and said; none at all is a failure."
        : null,
    undo: `${change.from} is written into ${file}.`,
  };
}

function inWords(change: Change): string {
  return `${change.count} of ${sizeOf(change)}${placeOf(change)} (now ${change.from})`;
}

/** " on node 0" */
export function placeOf({ node }: Pick<WishedPool, "node">): string {
  return node === null ? "" : ` on node ${node}`;
}

/** "2 MiB" */
export function sizeOf({ pageBytes }: Pick<WishedPool, "pageBytes">): string {
  return sizeText(BigInt(pageBytes));
}

function inGib(bytes: number): string {
  return `${Math.round((bytes / gibibyte) * 10) / 10} GiB`;
}
