import { eq } from "drizzle-orm";
import { groupQuotas, userQuotas } from "../database/tables/quotas";
import type { AccessRoom } from "./access-room";
import { noQuota, type Quota } from "./quota.schema";
import { resources } from "./quota-words.schema";
import type { Subject } from "./share.schema";

/** The limits of users and groups. Of whom none were set there are none. */
export class Quotas {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  of({ kind, id }: Subject): Quota {
    const { query } = this.#room.database;
    const found =
      kind === "user"
        ? query.select().from(userQuotas).where(eq(userQuotas.userId, id)).get()
        : query.select().from(groupQuotas).where(eq(groupQuotas.groupId, id)).get();
    return found === undefined ? noQuota : limitsIn(found);
  }

  /** Sets all limits of a user or a group that there is. What is beyond them already stays. */
  set({ kind, id }: Subject, quota: Quota): void {
    const { database, changes, log } = this.#room;
    const { query } = database;
    if (kind === "user")
      query
        .insert(userQuotas)
        .values({ userId: id, ...quota })
        .onConflictDoUpdate({ target: userQuotas.userId, set: quota })
        .run();
    else
      query
        .insert(groupQuotas)
        .values({ groupId: id, ...quota })
        .onConflictDoUpdate({ target: groupQuotas.groupId, set: quota })
        .run();
    log.info({ [kind]: id, ...quota }, "quota set");
    changes.tell(kind === "user" ? id : null);
  }
}

function limitsIn(row: Quota): Quota {
  const limits = { ...noQuota };
  for (const resource of resources) limits[resource] = row[resource];
  return limits;
}
