import { randomUUID } from "node:crypto";
import { asc, count, eq, inArray, sql } from "drizzle-orm";
import { groupMembers, groups } from "../database/tables/groups";
import { users } from "../database/tables/people";
import { groupShares } from "../database/tables/shares";
import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import type { Group } from "./share.schema";

/** What a group is made of. */
export interface GroupParts {
  name: string;
  userIds: readonly string[];
}

/** Groups of users. Each method has written when it returns, and what was open by it is judged anew. */
export class Groups {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log" | "now">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log" | "now">) {
    this.#room = room;
  }

  /** All groups, by name, with their members by name. */
  all(): Group[] {
    const { query } = this.#room.database;
    const members = query
      .select({ groupId: groupMembers.groupId, id: users.id, name: users.name })
      .from(groupMembers)
      .innerJoin(users, eq(users.id, groupMembers.userId))
      .orderBy(asc(sql`lower(${users.name})`))
      .all();
    const byGroup = new Map<string, Group["members"]>();
    for (const { groupId, ...member } of members)
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), member]);
    const shared = query
      .select({ groupId: groupShares.groupId, kind: groupShares.kind, count: count() })
      .from(groupShares)
      .groupBy(groupShares.groupId, groupShares.kind)
      .all();
    const counts = new Map(shared.map(({ groupId, kind, count }) => [`${kind} ${groupId}`, count]));
    const all = query
      .select()
      .from(groups)
      .orderBy(asc(sql`lower(${groups.name})`))
      .all();
    return all.map(({ id, name }) => ({
      id,
      name,
      members: byGroup.get(id) ?? [],
      vms: counts.get(`vm ${id}`) ?? 0,
      devices: counts.get(`named ${id}`) ?? 0,
    }));
  }

  /** The groups that a user is in, by name. */
  of(userId: string): { id: string; name: string }[] {
    return this.#room.database.query
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
      .where(eq(groupMembers.userId, userId))
      .orderBy(asc(sql`lower(${groups.name})`))
      .all();
  }

  /** @throws AppError "conflict" where a group has the name, in whichever case; "not-found" where there is no such user. */
  create({ name, userIds }: GroupParts): string {
    const { database, now } = this.#room;
    const id = randomUUID();
    database.transaction(() => {
      this.#refuseTaken(name, id);
      database.query.insert(groups).values({ id, name, createdAt: now() }).run();
      this.#setMembers(id, userIds);
    });
    this.#told(name, "group created");
    return id;
  }

  /** Gives a group another name and other members. @throws AppError as {@link create}, and where it is deleted. */
  change(id: string, { name, userIds }: GroupParts): void {
    const { database } = this.#room;
    database.transaction(() => {
      this.nameOf(id);
      this.#refuseTaken(name, id);
      database.query.update(groups).set({ name }).where(eq(groups.id, id)).run();
      this.#setMembers(id, userIds);
    });
    this.#told(name, "group changed");
  }

  /**
   * Has a user be in the groups of these names, in whichever case, and in no others. Names of no group count for nothing.
   * Who calls it tells of the change.
   */
  setGroupsOf(userId: string, names: readonly string[]): void {
    const { query } = this.#room.database;
    const wanted = new Set(names.map((name) => name.toLowerCase()));
    query.delete(groupMembers).where(eq(groupMembers.userId, userId)).run();
    for (const { id, name } of query.select().from(groups).all())
      if (wanted.has(name.toLowerCase())) query.insert(groupMembers).values({ groupId: id, userId }).run();
  }

  /** Deletes a group, with what is shared with it; its members stay. @throws AppError "not-found" */
  remove(id: string): void {
    const { database } = this.#room;
    const name = database.transaction(() => {
      const known = this.nameOf(id);
      database.query.delete(groups).where(eq(groups.id, id)).run();
      return known;
    });
    this.#told(name, "group deleted");
  }

  /** @throws AppError "not-found" */
  nameOf(id: string): string {
    const found = this.#room.database.query.select().from(groups).where(eq(groups.id, id)).get();
    if (found !== undefined) return found.name;
    throw new AppError("not-found", { userMessage: "This group is no more. Somebody has deleted it." });
  }

  #setMembers(groupId: string, given: readonly string[]): void {
    const { query } = this.#room.database;
    const userIds = [...new Set(given)];
    const known = query.select({ id: users.id }).from(users).where(inArray(users.id, userIds)).all();
    if (known.length < userIds.length)
      throw new AppError("not-found", {
        userMessage: "One of these users is no more. Somebody has deleted them.",
      });
    query.delete(groupMembers).where(eq(groupMembers.groupId, groupId)).run();
    for (const userId of userIds) query.insert(groupMembers).values({ groupId, userId }).run();
  }

  #refuseTaken(name: string, exceptId: string): void {
    const taken = this.#room.database.query
      .select()
      .from(groups)
      .where(eq(sql`lower(${groups.name})`, name.toLowerCase()))
      .get();
    if (taken !== undefined && taken.id !== exceptId)
      throw new AppError("conflict", {
        userMessage: `There is a group ${taken.name} already. Choose another name.`,
      });
  }

  /** It may concern anybody: who was a member, and who is one now. */
  #told(group: string, what: string): void {
    this.#room.log.info({ group }, what);
    this.#room.changes.tell(null);
  }
}
