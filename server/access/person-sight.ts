import type { AccessRoom } from "./access-room";
import type { Who } from "./can";
import { SharedObjects } from "./shared-objects";
import { Users } from "./users";

/** What users may, who have not asked for anything: what is told to them by itself. */
export class PersonSight {
  readonly #users: Users;
  readonly #shared: SharedObjects;

  constructor(room: Pick<AccessRoom, "database" | "changes">) {
    this.#users = new Users(room.database);
    this.#shared = new SharedObjects(room);
  }

  /** Who a user is by now; null of one who may not sign in, or is no more. */
  whoIs(userId: string): Who | null {
    const user = this.#users.byId(userId);
    if (user === null || user.disabledAt !== null) return null;
    const { id, name, level } = user;
    return { level, user: { id, name, level }, shared: this.#shared.of(id) };
  }
}
