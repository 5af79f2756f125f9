import type { Quota, Use } from "../../access/quota.schema";
import {
  amountText,
  type Resource,
  resourceLabels,
  resources,
  usedText,
} from "../../access/quota-words.schema";
import type { Subject } from "../../access/share.schema";

/** A user or a group, with what they have and what more is asked for. */
export interface Account {
  subject: Subject;
  name: string;
  limits: Quota;
  used: Use;
  more: Use;
}

/** What is told before a yes, a line for each resource that has a limit: "ada: 3 of 4 vCPUs used; this takes 2". */
export function quotaLines({ name, limits, used, more }: Account): string[] {
  return resources.flatMap((resource) => {
    const limit = limits[resource];
    if (limit === null || more[resource] === 0) return [];
    return `${name}: ${usedText(resource, used[resource], limit)}; this takes ${amountText(resource, more[resource])}`;
  });
}

/** Why it is refused, with each limit that it is over. */
export function overQuota({ subject, name, limits, used, more }: Account, over: readonly Resource[]): string {
  const each = over.map((resource) => {
    const limit = limits[resource] ?? 0;
    return `${resourceLabels[resource]}: the limit is ${amountText(resource, limit)}, ${amountText(resource, used[resource])} used, and this takes ${amountText(resource, more[resource])}.`;
  });
  return `This is more than the quota of the ${subject.kind} ${name} allows. ${each.join(" ")} Delete what is not needed, ask for less, or have an administrator raise the quota on People.`;
}

/** Why it is refused where it can't be told how much is used. */
export function unknownUse({ subject, name }: Pick<Account, "subject" | "name">, why: string): string {
  return `The quota of the ${subject.kind} ${name} can't be checked. ${why}`;
}

/** @param disks "vda of web-1" */
export function unsizedWords(disks: readonly string[]): string {
  return `Nobody can tell how large these disks are: ${disks.join(", ")}. Start the storage pool that each is in, or add one for its folder.`;
}
