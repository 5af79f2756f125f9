import type { Quota, Taken, Use } from "../../access/quota.schema";
import { type Resource, resources } from "../../access/quota-words.schema";

export const nothingTaken: Taken = {
  vms: 0,
  vcpus: 0,
  memoryBytes: 0,
  diskBytes: 0,
  cards: 0,
  unsized: [],
};

/** Both together. */
export function sum(one: Taken, other: Taken): Taken {
  return combined(one, other, (left, right) => left + right);
}

/** Of each resource the larger one: what a VM has, or will have by what is under way. */
export function larger(one: Taken, other: Taken): Taken {
  return combined(one, other, Math.max);
}

/** What `after` takes beyond `before`; of what it takes less, nothing. */
export function beyond(before: Taken, after: Taken): Taken {
  const more = combined(after, before, (left, right) => Math.max(0, left - right));
  return { ...more, unsized: after.unsized.filter((disk) => !before.unsized.includes(disk)) };
}

/** The resources of which more is asked for than the quota leaves. What is beyond it already may stay, and may not grow. */
export function overLimit(limits: Quota, used: Use, more: Use): Resource[] {
  return resources.filter((resource) => {
    const limit = limits[resource];
    return limit !== null && more[resource] > 0 && used[resource] + more[resource] > limit;
  });
}

function combined(one: Taken, other: Taken, of: (left: number, right: number) => number): Taken {
  const both = { ...one, unsized: [...new Set([...one.unsized, ...other.unsized])] };
  for (const resource of resources) both[resource] = of(one[resource], other[resource]);
  return both;
}
