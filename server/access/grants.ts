import { and, asc, eq } from "drizzle-orm";
import { groupGrants, userGrants } from "../database/tables/grants";
import { groups } from "../database/tables/groups";
import { users } from "../database/tables/people";
import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import { type Grant, grantSchema, type HostGrant, hostGrantSchema } from "./grant.schema";
import type { Subject } from "./share.schema";

/** Who may make VMs on which host, and of what. Each method has written when it returns, and what was open by it is judged anew. */
export class Grants {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  /** The grants of a user or a group, by host. */
  of({ kind, id }: Subject): HostGrant[] {
    const { query } = this.#room.database;
    const rows =
      kind === "user"
        ? query
            .select()
            .from(userGrants)
            .where(eq(userGrants.userId, id))
            .orderBy(asc(userGrants.hostId))
            .all()
        : query
            .select()
            .from(groupGrants)
            .where(eq(groupGrants.groupId, id))
            .orderBy(asc(groupGrants.hostId))
            .all();
    return rows.map((row) => hostGrantSchema.parse(row));
  }

  /**
   * Sets what a user or a group that there is may make VMs of on a host; null takes the grant away.
   * @throws AppError "conflict" where a pool would be for new disks and for media at once, by whomever's grants: who may
   * copy what is in it would read the disks of others.
   */
  set(subject: Subject, hostId: string, grant: Grant | null): void {
    const { database, changes, log } = this.#room;
    database.transaction(() => {
      this.#remove(subject, hostId);
      if (grant === null) return;
      this.#refuseMixed(hostId, grant);
      const { query } = database;
      if (subject.kind === "user")
        query
          .insert(userGrants)
          .values({ userId: subject.id, hostId, ...grant })
          .run();
      else
        query
          .insert(groupGrants)
          .values({ groupId: subject.id, hostId, ...grant })
          .run();
    });
    log.info({ [subject.kind]: subject.id, hostId, grant }, "grant set");
    changes.tell(subject.kind === "user" ? subject.id : null);
  }

  #remove({ kind, id }: Subject, hostId: string): void {
    const { query } = this.#room.database;
    if (kind === "user")
      query
        .delete(userGrants)
        .where(and(eq(userGrants.userId, id), eq(userGrants.hostId, hostId)))
        .run();
    else
      query
        .delete(groupGrants)
        .where(and(eq(groupGrants.groupId, id), eq(groupGrants.hostId, hostId)))
        .run();
  }

  #refuseMixed(hostId: string, { pools, media }: Grant): void {
    const own = pools.find((pool) => media.includes(pool));
    if (own !== undefined) throw mixed(own, "this grant");
    for (const { name, ...grant } of this.#onHost(hostId)) {
      const pool =
        media.find((one) => grant.pools.includes(one)) ?? pools.find((one) => grant.media.includes(one));
      if (pool !== undefined) throw mixed(pool, `the grant of ${name}`);
    }
  }

  /** All grants on a host, with the names of whose they are. */
  #onHost(hostId: string): (Grant & { name: string })[] {
    const { query } = this.#room.database;
    const ofUsers = query
      .select({
        name: users.name,
        pools: userGrants.pools,
        networks: userGrants.networks,
        media: userGrants.media,
        devices: userGrants.devices,
      })
      .from(userGrants)
      .innerJoin(users, eq(users.id, userGrants.userId))
      .where(eq(userGrants.hostId, hostId))
      .all();
    const ofGroups = query
      .select({
        name: groups.name,
        pools: groupGrants.pools,
        networks: groupGrants.networks,
        media: groupGrants.media,
        devices: groupGrants.devices,
      })
      .from(groupGrants)
      .innerJoin(groups, eq(groups.id, groupGrants.groupId))
      .where(eq(groupGrants.hostId, hostId))
      .all();
    return [...ofUsers, ...ofGroups].map(({ name, ...row }) => ({ name, ...grantSchema.parse(row) }));
  }
}

function mixed(pool: string, where: string): AppError {
  return new AppError("conflict", {
    userMessage: `The pool ${pool} would be for new disks and for media at once, with ${where}: members could copy each other’s disks. Take media from a pool that new disks do not go into.`,
  });
}
