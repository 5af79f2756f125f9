import { and, asc, eq, sql } from "drizzle-orm";
import { consoleLinks } from "../database/tables/console-links";
import { groupMembers, groups } from "../database/tables/groups";
import { users } from "../database/tables/people";
import { askedGuests, groupShares, userShares, watchableVms } from "../database/tables/shares";
import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import type { Share, SharedVm, Subject } from "./share.schema";
import type { SharedLevel } from "./shared-rights";

/** A VM by its host and libvirt's UUID, in whichever case. */
export interface VmKey {
  hostId: string;
  vmId: string;
}

/**
 * With whom VMs are shared. A share belongs to the VM's UUID on its host: it outlives a VM that is undefined outside Passdeck,
 * and is there again with it. Each method has written when it returns, and what was open by it is judged anew.
 */
export class Shares {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  /** With whom a VM is shared, groups first. */
  ofVm({ hostId, vmId }: VmKey): Share[] {
    const { query } = this.#room.database;
    const id = vmId.toLowerCase();
    const byGroup = query
      .select({ id: groups.id, name: groups.name, level: groupShares.level })
      .from(groupShares)
      .innerJoin(groups, eq(groups.id, groupShares.groupId))
      .where(and(eq(groupShares.hostId, hostId), eq(groupShares.vmId, id)))
      .orderBy(asc(sql`lower(${groups.name})`))
      .all();
    const byUser = query
      .select({ id: users.id, name: users.name, level: userShares.level })
      .from(userShares)
      .innerJoin(users, eq(users.id, userShares.userId))
      .where(and(eq(userShares.hostId, hostId), eq(userShares.vmId, id)))
      .orderBy(asc(sql`lower(${users.name})`))
      .all();
    const shares = (kind: Subject["kind"], rows: typeof byUser) =>
      rows.map(({ id, ...rest }): Share => ({ subject: { kind, id }, ...rest }));
    return [...shares("group", byGroup), ...shares("user", byUser)];
  }

  /** What is shared with a user, by themselves and by their groups, without the VMs' names. */
  ofUser(userId: string): Omit<SharedVm, "name">[] {
    const { query } = this.#room.database;
    const own = query.select().from(userShares).where(eq(userShares.userId, userId)).all();
    const byGroups = query
      .select({
        hostId: groupShares.hostId,
        vmId: groupShares.vmId,
        level: groupShares.level,
        group: groups.name,
      })
      .from(groupShares)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groupShares.groupId))
      .innerJoin(groups, eq(groups.id, groupShares.groupId))
      .where(eq(groupMembers.userId, userId))
      .all();
    return [...own.map(({ hostId, vmId, level }) => ({ hostId, vmId, level, group: null })), ...byGroups];
  }

  /** Whose a VM is: those whom it is shared with as owner. */
  ownersOf(vm: VmKey): Subject[] {
    return this.ofVm(vm).flatMap(({ subject, level }) => (level === "owner" ? subject : []));
  }

  /** The VMs that are a user's, or a group's: shared with them as owner, and with nobody in their place. */
  ownedBy({ kind, id }: Subject): VmKey[] {
    const { query } = this.#room.database;
    const [table, column] =
      kind === "user"
        ? ([userShares, userShares.userId] as const)
        : ([groupShares, groupShares.groupId] as const);
    return query
      .select({ hostId: table.hostId, vmId: table.vmId })
      .from(table)
      .where(and(eq(column, id), eq(table.level, "owner")))
      .all();
  }

  /** Shares a VM, or changes how. @throws AppError "not-found" where there is no such user or group. */
  set(vm: VmKey, subject: Subject, level: SharedLevel): void {
    const { database, log } = this.#room;
    const row = { hostId: vm.hostId, vmId: vm.vmId.toLowerCase(), level };
    database.transaction(() => {
      const name = this.nameOf(subject);
      const { query } = database;
      if (subject.kind === "user")
        query
          .insert(userShares)
          .values({ userId: subject.id, ...row })
          .onConflictDoUpdate({
            target: [userShares.userId, userShares.hostId, userShares.vmId],
            set: { level },
          })
          .run();
      else
        query
          .insert(groupShares)
          .values({ groupId: subject.id, ...row })
          .onConflictDoUpdate({
            target: [groupShares.groupId, groupShares.hostId, groupShares.vmId],
            set: { level },
          })
          .run();
      log.info({ ...row, [subject.kind]: name }, "VM shared");
    });
    this.#tell(subject);
  }

  /** Shares a VM with somebody no more. @throws AppError "not-found" where it is not shared with them. */
  remove({ hostId, vmId }: VmKey, subject: Subject): void {
    const { database, log } = this.#room;
    const id = vmId.toLowerCase();
    const [table, column] =
      subject.kind === "user"
        ? ([userShares, userShares.userId] as const)
        : ([groupShares, groupShares.groupId] as const);
    const one = and(eq(column, subject.id), eq(table.hostId, hostId), eq(table.vmId, id));
    if (database.query.delete(table).where(one).run().changes === 0)
      throw new AppError("not-found", { userMessage: "This VM is not shared with them any more." });
    log.info({ hostId, vmId: id, [subject.kind]: subject.id }, "VM shared no more");
    this.#tell(subject);
  }

  /** Forgets with whom a VM and its consoles were shared, and whether its guest may be asked, as it is deleted. */
  forget({ hostId, vmId }: VmKey): void {
    const { database, changes } = this.#room;
    const id = vmId.toLowerCase();
    const forgotten = database.transaction(() =>
      [userShares, groupShares, watchableVms, consoleLinks, askedGuests].map(
        (table) =>
          database.query
            .delete(table)
            .where(and(eq(table.hostId, hostId), eq(table.vmId, id)))
            .run().changes,
      ),
    );
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

  /** Of a group it may be any of its members. */
  #tell({ kind, id }: Subject): void {
    this.#room.changes.tell(kind === "user" ? id : null);
  }
}
