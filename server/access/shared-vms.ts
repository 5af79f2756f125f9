import { eq, sql } from "drizzle-orm";
import { groupMembers } from "../database/tables/groups";
import { groupShares, userShares } from "../database/tables/shares";
import type { AccessRoom } from "./access-room";
import { keyOf } from "./object.schema";
import { onHost, onVm } from "./objects-of";
import { type SharedLevel, sharedLevels } from "./shared-rights";

/** What is shared with somebody, by `keyOf`. */
export type Shared = ReadonlyMap<string, SharedLevel>;

/**
 * Looks up what is shared with users, by themselves and by their groups: with one question to the database for a user, and
 * none until something has changed of anybody. So a right costs as much as a look into a map, however many VMs there are.
 */
export class SharedVms {
  readonly #known = new Map<string, Shared>();
  readonly #rows;

  /** It heeds changes from then on; whoever asks it when a change is told has to listen later. */
  constructor({ database: { query }, changes }: Pick<AccessRoom, "database" | "changes">) {
    const userId = sql.placeholder("userId");
    const byGroups = query
      .select({ hostId: groupShares.hostId, vmId: groupShares.vmId, level: groupShares.level })
      .from(groupShares)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groupShares.groupId))
      .where(eq(groupMembers.userId, userId));
    this.#rows = query
      .select({ hostId: userShares.hostId, vmId: userShares.vmId, level: userShares.level })
      .from(userShares)
      .where(eq(userShares.userId, userId))
      .unionAll(byGroups)
      .prepare();
    changes.listen(() => this.#known.clear());
  }

  /** What is shared with a user: of several shares of a VM the highest, and of a host the highest of its VMs, which allows as much of it as they take. */
  of(userId: string): Shared {
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const shared = new Map<string, SharedLevel>();
    for (const { level, ...vm } of this.#rows.all({ userId })) {
      const key = keyOf(onVm(vm));
      shared.set(key, higher(level, shared.get(key)));
      const host = keyOf(onHost(vm));
      shared.set(host, higher(level, shared.get(host)));
    }
    this.#known.set(userId, shared);
    return shared;
  }
}

function higher(one: SharedLevel, other: SharedLevel = one): SharedLevel {
  return sharedLevels.indexOf(one) > sharedLevels.indexOf(other) ? one : other;
}

/** Whether two are the same shares. */
export function isSameShared(one: Shared = new Map(), other: Shared = new Map()): boolean {
  if (one === other) return true;
  return one.size === other.size && [...one].every(([key, level]) => other.get(key) === level);
}
