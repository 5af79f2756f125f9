import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import { refuseCommon } from "./common-passwords";
import { removeFactors } from "./factors/remove-factors";
import { type JoinLink, JoinLinks } from "./join-links";
import { KeyStore } from "./keys/key-store";
import { hasPassword, noPassword } from "./passwords";
import type { Person } from "./person.schema";
import type { Role } from "./role";
import { Sessions } from "./sessions";
import { Identities, type Identity } from "./single-sign-on/identities";
import { type UserRecord, Users } from "./users";

/** A user and the link by which they choose their password. */
export interface Invited extends JoinLink {
  userId: string;
}

/**
 * What administrators do to users. Each method has written when it returns, and whatever was open for a user ends, or is
 * judged anew, before that. "not-found" is thrown where there is no such user.
 */
export class People {
  readonly #room: AccessRoom;
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #links: JoinLinks;
  readonly #keys: KeyStore;
  readonly #identities: Identities;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#users = new Users(room.database);
    this.#sessions = new Sessions(room.database);
    this.#links = new JoinLinks(room.database);
    this.#keys = new KeyStore(room.database);
    this.#identities = new Identities(room.database);
  }

  /** All users, by name. */
  all(): Person[] {
    const ends = this.#links.ends();
    const open = new Map<string, number>();
    for (const { userId } of this.#sessions.alive(this.#room.now()))
      open.set(userId, (open.get(userId) ?? 0) + 1);
    const identities = this.#identities.all();
    return this.#users.all().map((user) => ({
      id: user.id,
      name: user.name,
      role: user.level,
      state: stateOf(user, identities.has(user.id)),
      provider: identities.get(user.id)?.issuer ?? null,
      linkExpiresAt: ends.get(user.id) ?? null,
      lastSeenAt: user.lastSeenAt,
      sessions: open.get(user.id) ?? 0,
    }));
  }

  /** @throws AppError "not-found" */
  idOf(name: string): string {
    const user = this.#users.find(name);
    if (user === null) throw new AppError("not-found", { userMessage: `There is no user ${name}.` });
    return user.id;
  }

  /** Who has administered this Passdeck the longest, of those who can sign in; null before there is anybody. */
  firstAdministrator(): string | null {
    const able = this.#users
      .all()
      .filter((user) => user.level === "admin" && stateOf(user, false) === "active");
    return able.sort((left, right) => left.createdAt - right.createdAt)[0]?.id ?? null;
  }

  /** @throws AppError "not-found" */
  nameOf(userId: string): string {
    return this.#known(userId).name;
  }

  /** Adds a user without a password. @throws AppError "conflict" where somebody has the name. */
  invite({ name, role }: { name: string; role: Role }): Invited {
    const { database, now } = this.#room;
    const invited = database.transaction(() => {
      const { id } = this.#users.add({
        name,
        level: role,
        passwordHash: noPassword(),
        createdAt: now(),
      });
      return { userId: id, ...this.#links.make(id, now()) };
    });
    return this.#told(invited.userId, { name, role }, "user invited", invited);
  }

  /** Adds a user with a password. @throws AppError "conflict" where somebody has the name, "bad-input" for a password that anybody would try. */
  async add({ name, role, password }: { name: string; role: Role; password: string }): Promise<void> {
    refuseCommon(password, name);
    const { passwords, now } = this.#room;
    const passwordHash = await passwords.hash(password);
    const { id } = this.#users.add({ name, level: role, passwordHash, createdAt: now() });
    this.#told(id, { name, role }, "user added", undefined);
  }

  /** @throws AppError "conflict" where nobody could administer this Passdeck any more. */
  setRole(userId: string, role: Role): void {
    this.#change(userId, "role changed", () => this.#users.change(userId, { level: role }));
  }

  /** Shuts a user out: their sessions, their link and their API keys end. @throws AppError "conflict" as {@link setRole}. */
  disable(userId: string): void {
    this.#change(userId, "user disabled", ({ disabledAt }) => {
      this.#users.change(userId, { disabledAt: disabledAt ?? this.#room.now() });
      this.#endAll(userId);
    });
  }

  enable(userId: string): void {
    this.#change(userId, "user enabled", () => this.#users.change(userId, { disabledAt: null }));
  }

  /**
   * Takes a user's password, second factors, sessions, API keys and identity at a provider, and makes a link by which they
   * choose a password. It ends the link before it.
   * @throws AppError "conflict" where they are disabled, and as {@link setRole}.
   */
  reset(userId: string): Invited {
    return this.#change(userId, "password reset", (user) => {
      if (user.disabledAt !== null)
        throw new AppError("conflict", { userMessage: `${user.name} is disabled. Enable them first.` });
      this.#users.change(userId, { passwordHash: noPassword() });
      this.#identities.unlink(userId);
      removeFactors(this.#room.database, userId);
      this.#endAll(userId);
      return { userId, ...this.#links.make(userId, this.#room.now()) };
    });
  }

  /**
   * Gives a user another password, ends their second factors, sessions, link, API keys and identity at a provider, and
   * forgets wrong tries.
   */
  async setPassword(userId: string, password: string): Promise<void> {
    const passwordHash = await this.#room.passwords.hash(password);
    this.#change(userId, "password set", () => {
      this.#users.change(userId, { passwordHash });
      this.#identities.unlink(userId);
      removeFactors(this.#room.database, userId);
      this.#endAll(userId);
    });
  }

  /**
   * Has a user sign in by a provider from then on, as `identity`, and by a password no more: it ends their password, second
   * factors, sessions, link and API keys.
   * @throws AppError "conflict" as {@link setRole}, and where the identity is another user's.
   */
  link(userId: string, identity: Identity): void {
    this.#change(userId, "linked with a provider", () => {
      const owner = this.#identities.userOf(identity);
      if (owner !== null && owner !== userId)
        throw new AppError("conflict", {
          userMessage: `${identity.subject} is ${this.nameOf(owner)} here. Delete that user first.`,
        });
      this.#users.change(userId, { passwordHash: noPassword() });
      removeFactors(this.#room.database, userId);
      this.#endAll(userId);
      this.#identities.link(userId, identity, this.#room.now());
    });
  }

  /** Forgets wrong tries to sign in. */
  unlock(userId: string): void {
    this.#change(userId, "user unlocked", () => this.#users.change(userId, { unlockedAt: this.#room.now() }));
  }

  /** Ends a user's link; who has no password can't come in then, until a new one is made. */
  revokeLink(userId: string): void {
    this.#change(userId, "link revoked", ({ name }) => {
      if (this.#links.revoke(userId)) return;
      throw new AppError("not-found", { userMessage: `${name} has no link: it has been used or revoked.` });
    });
  }

  /** @throws AppError "conflict" as {@link setRole}. */
  remove(userId: string): void {
    this.#change(userId, "user deleted", () => this.#users.remove(userId));
  }

  #known(userId: string): UserRecord {
    const user = this.#users.byId(userId);
    if (user !== null) return user;
    throw new AppError("not-found", { userMessage: "This user is no more. Somebody has deleted them." });
  }

  #endAll(userId: string): void {
    this.#sessions.endAllOf(userId);
    this.#links.revoke(userId);
    this.#keys.removeAllOf(userId);
  }

  /** Changes a user, as long as there is an administrator afterwards; of two at once the second one is refused. */
  #change<Result>(userId: string, what: string, change: (user: UserRecord) => Result): Result {
    const [user, result] = this.#room.database.transaction(() => {
      const user = this.#known(userId);
      const before = this.#users.administrators();
      const result = change(user);
      if (before > 0 && this.#users.administrators() === 0) throw lastAdministrator(user);
      return [user, result] as const;
    });
    return this.#told(userId, { name: user.name }, what, result);
  }

  #told<Result>(userId: string, about: object, what: string, result: Result): Result {
    this.#room.log.info(about, what);
    this.#room.changes.tell(userId);
    return result;
  }
}

function stateOf(user: UserRecord, isProvided: boolean): Person["state"] {
  if (user.disabledAt !== null) return "disabled";
  if (isProvided || hasPassword(user)) return "active";
  return user.lastSeenAt === null ? "invited" : "reset";
}

function lastAdministrator({ name }: UserRecord): AppError {
  return new AppError("conflict", {
    userMessage: `${name} is the last administrator who can sign in. Make somebody else an administrator first.`,
  });
}
