import { and, asc, eq, sql } from "drizzle-orm";
import { consoleLinks } from "../database/tables/console-links";
import { groupMembers, groups } from "../database/tables/groups";
import { users } from "../database/tables/people";
import { askedGuests, groupShares, userShares, watchableVms } from "../database/tables/shares";
import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import { moveKeyVms } from "./keys/move-key-vms";
import { onNamed, onVm } from "./objects-of";
import type { NamedSubject, Share, Subject } from "./share.schema";
import { type DeviceKey, objectOf, rowOf, type SharedObject, type VmKey } from "./shared-object";
import type { SharedLevel } from "./shared-rights";

/** Something that is shared with a user. */
interface SharedWithUser {
  object: SharedObject;
  level: SharedLevel;
  /** The group that has it; null where it is shared with the user themselves. */
  group: string | null;
}

/**
 * With whom VMs and named devices are shared. A share belongs to the VM's UUID on its host: it outlives a VM that is undefined
 * outside Passdeck, and is there again with it. Of a named device it goes with the name. Each method has written when it returns, and what was open by it is judged anew.
 */
export class Shares {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  /** With whom something is shared, groups first. */
  of(object: SharedObject): Share[] {
    const { query } = this.#room.database;
    const byGroup = query
      .select({ id: groups.id, name: groups.name, level: groupShares.level })
      .from(groupShares)
      .innerJoin(groups, eq(groups.id, groupShares.groupId))
      .where(isOf(groupShares, object))
      .orderBy(asc(sql`lower(${groups.name})`))
      .all();
    const byUser = query
      .select({ id: users.id, name: users.name, level: userShares.level })
      .from(userShares)
      .innerJoin(users, eq(users.id, userShares.userId))
      .where(isOf(userShares, object))
      .orderBy(asc(sql`lower(${users.name})`))
      .all();
    const shares = (kind: Subject["kind"], rows: typeof byUser) =>
      rows.map(({ id, ...rest }): Share => ({ subject: { kind, id }, ...rest }));
    return [...shares("group", byGroup), ...shares("user", byUser)];
  }

  /** What is shared with a user, by themselves and by their groups. */
  ofUser(userId: string): SharedWithUser[] {
    const { query } = this.#room.database;
    const own = query.select().from(userShares).where(eq(userShares.userId, userId)).all();
    const byGroups = query
      .select({ share: groupShares, group: groups.name })
      .from(groupShares)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groupShares.groupId))
      .innerJoin(groups, eq(groups.id, groupShares.groupId))
      .where(eq(groupMembers.userId, userId))
      .all();
    return [...own.map((share) => ({ share, group: null })), ...byGroups].map(({ share, group }) => ({
      object: objectOf(share),
      level: share.level,
      group,
    }));
  }

  /** Whose a VM is: those whom it is shared with as owner. */
  ownersOf(vm: VmKey): Subject[] {
    return this.of(onVm(vm)).flatMap(({ subject, level }) => (level === "owner" ? subject : []));
  }

  /** The VMs that are a user's, or a group's: shared with them as owner, and with nobody in their place. */
  ownedBy(subject: Subject): VmKey[] {
    const [table, isTheirs] = sharesOf(subject);
    return this.#room.database.query
      .select({ hostId: table.hostId, vmId: table.objectId })
      .from(table)
      .where(and(isTheirs, eq(table.kind, "vm"), eq(table.level, "owner")))
      .all();
  }

  /** Shares something, or changes how. @throws AppError "not-found" where there is no such user or group. */
  set(object: SharedObject, subject: Subject, level: SharedLevel): void {
    const { database, log } = this.#room;
    const row = { ...rowOf(object), level };
    database.transaction(() => {
      const name = this.nameOf(subject);
      const { query } = database;
      if (subject.kind === "user")
        query
          .insert(userShares)
          .values({ userId: subject.id, ...row })
          .onConflictDoUpdate({
            target: [userShares.userId, userShares.kind, userShares.hostId, userShares.objectId],
            set: { level },
          })
          .run();
      else
        query
          .insert(groupShares)
          .values({ groupId: subject.id, ...row })
          .onConflictDoUpdate({
            target: [groupShares.groupId, groupShares.kind, groupShares.hostId, groupShares.objectId],
            set: { level },
          })
          .run();
      log.info({ ...row, [subject.kind]: name }, "shared");
    });
    this.#tell(subject);
  }

  /** Shares something with somebody no more. @throws AppError "not-found" where it is not shared with them. */
  remove(object: SharedObject, subject: Subject): void {
    const { database, log } = this.#room;
    const [table, isTheirs] = sharesOf(subject);
    const one = and(isTheirs, isOf(table, object));
    if (database.query.delete(table).where(one).run().changes === 0)
      throw new AppError("not-found", {
        userMessage: `This ${object.kind === "vm" ? "VM" : "named device"} is not shared with them any more.`,
      });
    log.info({ ...rowOf(object), [subject.kind]: subject.id }, "shared no more");
    this.#tell(subject);
  }

  /** Forgets with whom a VM and its consoles were shared, and whether its guest may be asked, as it is deleted. */
  forget({ hostId, vmId }: VmKey): void {
    const { query } = this.#room.database;
    this.#forget(onVm({ hostId, vmId }), () =>
      [watchableVms, consoleLinks, askedGuests].map(
        (table) => query.delete(table).where(isVm(table, { hostId, vmId })).run().changes,
      ),
    );
  }

  /**
   * A VM is on another host now: whom it and its consoles were shared with has it there, by the same links and API keys.
   * Done again, it changes nothing more.
   */
  moved(from: VmKey, to: VmKey): void {
    const { database, changes } = this.#room;
    database.transaction(() => {
      const { query } = database;
      const place = { hostId: to.hostId };
      for (const table of [userShares, groupShares]) {
        if (
          isEmpty(
            query
              .select()
              .from(table)
              .where(isOf(table, onVm(from))),
          )
        )
          continue;
        query
          .delete(table)
          .where(isOf(table, onVm(to)))
          .run();
        query
          .update(table)
          .set(place)
          .where(isOf(table, onVm(from)))
          .run();
      }
      for (const table of [watchableVms, askedGuests]) {
        if (isEmpty(query.select().from(table).where(isVm(table, from)))) continue;
        query.delete(table).where(isVm(table, to)).run();
        query.update(table).set(place).where(isVm(table, from)).run();
      }
      query.update(consoleLinks).set(place).where(isVm(consoleLinks, from)).run();
      moveKeyVms(database, from, to);
    });
    changes.tell(null);
  }

  /** Forgets with whom a named device was shared, as it is deleted. */
  forgetDevice(device: DeviceKey): void {
    this.#forget(onNamed(device), () => []);
  }

  #forget(object: SharedObject, others: () => number[]): void {
    const { database, changes } = this.#room;
    const forgotten = database.transaction(() => [
      ...[userShares, groupShares].map(
        (table) => database.query.delete(table).where(isOf(table, object)).run().changes,
      ),
      ...others(),
    ]);
    if (forgotten.some((count) => count > 0)) changes.tell(null);
  }

  /** @throws AppError "not-found" */
  nameOf({ kind, id }: Subject): string {
    const table = kind === "user" ? users : groups;
    const { query } = this.#room.database;
    const found = query.select({ name: table.name }).from(table).where(eq(table.id, id)).get();
    if (found !== undefined) return found.name;
    throw new AppError("not-found", { userMessage: `This ${kind} is no more. Somebody has deleted it.` });
  }

  /** Who is called so, in whichever case. @throws AppError "not-found" */
  subjectOf({ kind, name }: NamedSubject): Subject {
    const table = kind === "user" ? users : groups;
    const isCalled = eq(sql`lower(${table.name})`, name.toLowerCase());
    const found = this.#room.database.query.select({ id: table.id }).from(table).where(isCalled).get();
    if (found !== undefined) return { kind, id: found.id };
    throw new AppError("not-found", { userMessage: `There is no ${kind} called ${name}.` });
  }

  /** Of a group it may be any of its members. */
  #tell({ kind, id }: Subject): void {
    this.#room.changes.tell(kind === "user" ? id : null);
  }
}

/** Where what is shared with somebody stands, and which of it is theirs. */
function sharesOf({ kind, id }: Subject) {
  return kind === "user"
    ? ([userShares, eq(userShares.userId, id)] as const)
    : ([groupShares, eq(groupShares.groupId, id)] as const);
}

function isOf(table: typeof userShares | typeof groupShares, object: SharedObject) {
  const { kind, hostId, objectId } = rowOf(object);
  return and(eq(table.kind, kind), eq(table.hostId, hostId), eq(table.objectId, objectId));
}

function isEmpty(rows: { get(): unknown }): boolean {
  return rows.get() === undefined;
}

type VmTable = typeof watchableVms | typeof askedGuests | typeof consoleLinks;

function isVm(table: VmTable, { hostId, vmId }: VmKey) {
  return and(eq(table.hostId, hostId), eq(table.vmId, vmId.toLowerCase()));
}
