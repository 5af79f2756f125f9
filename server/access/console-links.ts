import { randomUUID } from "node:crypto";
import { and, desc, eq, getTableColumns, gt, isNull, lt, or } from "drizzle-orm";
import { consoleLinks } from "../database/tables/console-links";
import { users } from "../database/tables/people";
import { AppError } from "../errors";
import { type ChangedUser, concerns } from "./access-changes";
import type { AccessRoom } from "./access-room";
import { can } from "./can";
import { consoleLinkLimits } from "./console-link.schema";
import { onVm } from "./objects-of";
import type { PersonSight } from "./person-sight";
import { hashOf, newSecret } from "./secrets";
import type { VmKey } from "./shared-object";

/** How long a link that has ended is kept, to tell who still opens it that it has. */
const keptMs = 7 * 24 * 3_600_000;

/** A link to one console, which may have ended. */
export type ConsoleLink = typeof consoleLinks.$inferSelect & { madeBy: string };

/** What a new link opens, and for how long. */
export interface NewConsoleLink extends VmKey {
  kind: ConsoleLink["kind"];
  readOnly: boolean;
  label: string | null;
  minutes: number;
}

export interface ConsoleLinksOptions extends Pick<AccessRoom, "database" | "changes" | "log" | "now"> {
  /** What makers of links may by now. */
  sight: Pick<PersonSight, "whoIs">;
}

/**
 * Links that open one console for who has no account. A link ends for good when its time is up, when it is revoked, and when
 * its maker may make none there any more; a maker or a VM that is deleted takes it along. What is open by it is judged anew
 * when a method has written.
 */
export class ConsoleLinks {
  readonly #room: ConsoleLinksOptions;

  /** It heeds changes from then on; whoever asks it when a change is told has to listen later. */
  constructor(room: ConsoleLinksOptions) {
    this.#room = room;
    this.removeDead();
    this.#endOfLostMakers(null);
    room.changes.listen((user) => this.#endOfLostMakers(user));
  }

  /**
   * Makes a link. What stands in it is told once; the database has its hash alone.
   * @throws AppError "conflict" where the VM has too many.
   */
  make(
    { minutes, ...what }: NewConsoleLink,
    makerId: string,
  ): { id: string; token: string; expiresAt: number } {
    const { database, changes, now } = this.#room;
    const [id, token, createdAt] = [randomUUID(), newSecret(), now()];
    const expiresAt = createdAt + minutes * 60_000;
    const row = { ...what, id, tokenHash: hashOf(token), makerId, createdAt, expiresAt };
    database.transaction(() => {
      if (this.ofVm(what).length >= consoleLinkLimits.perVm)
        throw new AppError("conflict", {
          userMessage: `This VM has ${consoleLinkLimits.perVm} links to its consoles already. Revoke one of them first.`,
        });
      database.query
        .insert(consoleLinks)
        .values({ ...row, vmId: what.vmId.toLowerCase() })
        .run();
    });
    changes.tell(makerId);
    return { id, token, expiresAt };
  }

  /** The links of a VM that work, the newest first. */
  ofVm({ hostId, vmId }: VmKey): ConsoleLink[] {
    const ofVm = and(eq(consoleLinks.hostId, hostId), eq(consoleLinks.vmId, vmId.toLowerCase()));
    return this.#rows().where(and(ofVm, this.#working())).orderBy(desc(consoleLinks.createdAt)).all();
  }

  /** The link that a token stands in, whether it works or has ended; null where there is none. */
  ofToken(token: string): ConsoleLink | null {
    return (
      this.#rows()
        .where(eq(consoleLinks.tokenHash, hashOf(token)))
        .get() ?? null
    );
  }

  /** The link called `id`, if it works. */
  working(id: string): ConsoleLink | null {
    return (
      this.#rows()
        .where(and(eq(consoleLinks.id, id), this.#working()))
        .get() ?? null
    );
  }

  /** Whether a link works now; else why it does not, a sentence. */
  whyEnded({ expiresAt, endedBy }: Pick<ConsoleLink, "expiresAt" | "endedBy">): string | null {
    if (endedBy === "revoked") return "This link was revoked.";
    if (endedBy !== null) return "Whoever made this link may not share this console any more.";
    return this.#room.now() < expiresAt ? null : "The time of this link is up.";
  }

  /** Ends a link of a VM. @throws AppError "not-found" where it has ended, or is none of this VM's. */
  revoke(vm: VmKey, id: string): ConsoleLink {
    const link = this.ofVm(vm).find((one) => one.id === id);
    if (link === undefined) throw new AppError("not-found", { userMessage: "This link has ended already." });
    this.#end(id, "revoked");
    this.#room.changes.tell(link.makerId);
    return link;
  }

  /** Notes that somebody used a link to connect. */
  used(id: string, address: string): void {
    const use = { lastUsedAt: this.#room.now(), lastUsedAddress: address };
    this.#room.database.query.update(consoleLinks).set(use).where(eq(consoleLinks.id, id)).run();
  }

  /** Forgets links that ended some time ago. */
  removeDead(): void {
    const before = this.#room.now() - keptMs;
    const dead = or(lt(consoleLinks.expiresAt, before), lt(consoleLinks.endedAt, before));
    this.#room.database.query.delete(consoleLinks).where(dead).run();
  }

  #endOfLostMakers(changed: ChangedUser): void {
    for (const { id, makerId, hostId, vmId } of this.#rows().where(this.#working()).all()) {
      if (!concerns(changed, makerId)) continue;
      const who = this.#room.sight.whoIs(makerId);
      if (who !== null && can(who, "console.createLink", onVm({ hostId, vmId }))) continue;
      this.#end(id, "maker lost the right");
      this.#room.log.info({ hostId, vmId, link: id }, "console link ended: its maker may share it no more");
    }
  }

  #end(id: string, endedBy: NonNullable<ConsoleLink["endedBy"]>): void {
    const { database, now } = this.#room;
    database.query.update(consoleLinks).set({ endedAt: now(), endedBy }).where(eq(consoleLinks.id, id)).run();
  }

  #rows() {
    return this.#room.database.query
      .select({ ...getTableColumns(consoleLinks), madeBy: users.name })
      .from(consoleLinks)
      .innerJoin(users, eq(users.id, consoleLinks.makerId))
      .$dynamic();
  }

  #working() {
    return and(isNull(consoleLinks.endedAt), gt(consoleLinks.expiresAt, this.#room.now()));
  }
}
