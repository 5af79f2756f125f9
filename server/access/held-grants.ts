import { eq, sql } from "drizzle-orm";
import { groupGrants, userGrants } from "../database/tables/grants";
import { groupMembers } from "../database/tables/groups";
import type { AccessRoom } from "./access-room";
import { grantSchema, type HeldGrant, type HeldGrants } from "./grant.schema";
import type { Subject } from "./share.schema";
import type { SharedObjects } from "./shared-objects";

/** Looks up what users may make VMs of; what was looked up holds until something has changed of anybody. */
export class GrantsOfUsers {
  readonly #known = new Map<string, HeldGrants>();
  readonly #ofUser;
  readonly #ofGroups;
  readonly #shared: Pick<SharedObjects, "devicesOf">;

  /** It heeds changes from then on; whoever asks it when a change is told has to listen later. */
  constructor(
    { database: { query }, changes }: Pick<AccessRoom, "database" | "changes">,
    shared: Pick<SharedObjects, "devicesOf">,
  ) {
    this.#shared = shared;
    const userId = sql.placeholder("userId");
    this.#ofUser = query.select().from(userGrants).where(eq(userGrants.userId, userId)).prepare();
    this.#ofGroups = query
      .select({
        groupId: groupGrants.groupId,
        hostId: groupGrants.hostId,
        pools: groupGrants.pools,
        networks: groupGrants.networks,
        media: groupGrants.media,
        devices: groupGrants.devices,
      })
      .from(groupGrants)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groupGrants.groupId))
      .where(eq(groupMembers.userId, userId))
      .prepare();
    changes.listen(() => this.#known.clear());
  }

  /** Several grants on a host add up; named devices that are shared with them go with what they have there. */
  of(userId: string): HeldGrants {
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const held = new Map<string, HeldGrant>();
    const add = (holder: Subject, { hostId, ...row }: { hostId: string }) =>
      held.set(hostId, together(held.get(hostId), { ...grantSchema.parse(row), holders: [holder] }));
    for (const row of this.#ofUser.all({ userId })) add({ kind: "user", id: userId }, row);
    for (const { groupId, ...row } of this.#ofGroups.all({ userId }))
      add({ kind: "group", id: groupId }, row);
    for (const { hostId, name } of this.#shared.devicesOf(userId)) {
      const grant = held.get(hostId);
      if (grant !== undefined) held.set(hostId, together(grant, { ...none, devices: [name] }));
    }
    const grants = Object.fromEntries(held);
    this.#known.set(userId, grants);
    return grants;
  }
}

const none: HeldGrant = { pools: [], networks: [], media: [], devices: [], holders: [] };

function together(one: HeldGrant | undefined, other: HeldGrant): HeldGrant {
  if (one === undefined) return other;
  const all = (left: readonly string[], right: readonly string[]) => [...new Set([...left, ...right])];
  return {
    pools: all(one.pools, other.pools),
    networks: all(one.networks, other.networks),
    media: all(one.media, other.media),
    devices: all(one.devices, other.devices),
    holders: [...one.holders, ...other.holders],
  };
}

/** Whether two are the same grants. */
export function isSameGrants(one: HeldGrants = {}, other: HeldGrants = {}): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
