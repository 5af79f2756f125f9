import { eq, sql } from "drizzle-orm";
import { groupMembers } from "../database/tables/groups";
import { groupShares, userShares } from "../database/tables/shares";
import type { AccessRoom } from "./access-room";
import { keyOf } from "./object.schema";
import { onHost } from "./objects-of";
import { type DeviceKey, objectOf } from "./shared-object";
import { type SharedLevel, sharedLevels } from "./shared-rights";

/** What is shared with somebody, by `keyOf`. */
export type Shared = ReadonlyMap<string, SharedLevel>;

interface Known {
  shared: Shared;
  /** The named devices that they operate. */
  devices: readonly DeviceKey[];
}

/**
 * Looks up what is shared with users, by themselves and by their groups: with one question to the database for a user, and
 * none until something has changed of anybody. So a right costs as much as a look into a map, however many VMs there are.
 */
export class SharedObjects {
  readonly #known = new Map<string, Known>();
  readonly #rows;

  /** It heeds changes from then on; whoever asks it when a change is told has to listen later. */
  constructor({ database: { query }, changes }: Pick<AccessRoom, "database" | "changes">) {
    const userId = sql.placeholder("userId");
    const columns = (table: typeof userShares | typeof groupShares) => ({
      kind: table.kind,
      hostId: table.hostId,
      objectId: table.objectId,
      level: table.level,
    });
    const byGroups = query
      .select(columns(groupShares))
      .from(groupShares)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groupShares.groupId))
      .where(eq(groupMembers.userId, userId));
    this.#rows = query
      .select(columns(userShares))
      .from(userShares)
      .where(eq(userShares.userId, userId))
      .unionAll(byGroups)
      .prepare();
    changes.listen(() => this.#known.clear());
  }

  /**
   * What is shared with a user: of several shares of one object the highest. Of a host the highest of its VMs, which allows as
   * much of it as they take; a named device shows that its host is there, and no more.
   */
  of(userId: string): Shared {
    return this.#of(userId).shared;
  }

  /** The named devices that a user may have VMs of theirs ask for. */
  devicesOf(userId: string): readonly DeviceKey[] {
    return this.#of(userId).devices;
  }

  #of(userId: string): Known {
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const shared = new Map<string, SharedLevel>();
    const devices: DeviceKey[] = [];
    const add = (key: string, level: SharedLevel) => shared.set(key, higher(level, shared.get(key)));
    for (const { level, ...row } of this.#rows.all({ userId })) {
      const object = objectOf(row);
      add(keyOf(object), level);
      add(keyOf(onHost(object)), object.kind === "vm" ? level : "viewer");
      if (object.kind === "named" && level !== "viewer") devices.push(object);
    }
    const found = { shared, devices };
    this.#known.set(userId, found);
    return found;
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
