import { join } from "node:path";
import { AppError } from "../errors";
import type { ChangedUser } from "./access-changes";
import type { AccessRoom } from "./access-room";
import { browserOf } from "./browser-mark";
import { refuseCommon } from "./common-passwords";
import { FirstAdministratorToken } from "./first-administrator";
import { ApiKeys } from "./keys/api-keys";
import { originProof } from "./origin-proof";
import { hasPassword } from "./passwords";
import { hashOf, isSameHash } from "./secrets";
import type { NewSession, Session, SessionOrigin } from "./session";
import { Sessions } from "./sessions";
import { SharedVms } from "./shared-vms";
import { SignInLimits, type SignInTry } from "./sign-in-limits";
import { accountKeyOf, type UserRecord, Users } from "./users";

export interface AccessOptions extends AccessRoom {
  /** Where the file with the first administrator's link goes. */
  dataFolder: string;
}

/** Where somebody tries to sign in. */
export interface SignInOrigin extends SessionOrigin {
  /** What the browser kept of an earlier sign-in; null where it has nothing. */
  browserMark: string | null;
}

/** Who may come in: users, their sessions, and how the first of them is made. */
export class Access {
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #keys: ApiKeys;
  readonly #shared: SharedVms;
  readonly #token: FirstAdministratorToken;
  readonly #limits = new SignInLimits();
  readonly #room: AccessRoom;
  #hasUsers: boolean;

  constructor({ dataFolder, ...room }: AccessOptions) {
    const { database } = room;
    this.#room = room;
    this.#users = new Users(database);
    this.#sessions = new Sessions(database);
    this.#keys = new ApiKeys(room);
    this.#shared = new SharedVms(room);
    this.#token = new FirstAdministratorToken(database, join(dataFolder, "first-administrator-link"));
    this.removeDead();
    this.#hasUsers = this.#users.exist();
  }

  /** Removes sessions that nobody can use any more. */
  removeDead(): void {
    this.#sessions.removeDead(this.#room.now());
  }

  needsFirstAdministrator(): boolean {
    // Asked at every request; once there is a user there is always one.
    this.#hasUsers ||= this.#users.exist();
    return !this.#hasUsers;
  }

  /**
   * Makes a new token for the first administrator, which ends the one before it.
   * @param linkOf Makes the link to print of the token.
   * @returns The link; null where there are users already.
   */
  offerFirstAdministrator(linkOf: (token: string) => string): string | null {
    return this.needsFirstAdministrator() ? this.#token.renew(linkOf) : null;
  }

  /**
   * Makes the first administrator and signs them in. Whoever comes second, or with a wrong token, gets "not-found".
   */
  async createFirstAdministrator(
    input: { token: string; name: string; password: string },
    from: SessionOrigin,
  ): Promise<NewSession> {
    const { database, passwords, log, changes } = this.#room;
    this.#refuseUnlessOffered(input.token);
    refuseCommon(input.password, input.name);
    const passwordHash = await passwords.hash(input.password);
    const now = this.#room.now();
    const session = database.transaction(() => {
      // Others may have come this far with the same token: the first one here wins.
      this.#refuseUnlessOffered(input.token);
      const user = this.#users.add({ name: input.name, level: "admin", passwordHash, createdAt: now });
      this.#token.end();
      return this.#sessions.begin(user, from, now);
    });
    log.info({ user: session.user.name }, "first administrator made");
    changes.tell(session.user.id);
    return session;
  }

  /**
   * Signs a user in, with a new session. Throws "unauthorised" for a wrong name or password alike, and
   * "too-many-requests" after too many of them.
   * @param from Where it is tried, and the mark that the browser has of an earlier time.
   */
  async signIn(input: { name: string; password: string }, from: SignInOrigin): Promise<NewSession> {
    const { passwords, log, changes, now } = this.#room;
    const { address } = from;
    const user = this.#users.find(input.name);
    const attempt: SignInTry = {
      address,
      name: input.name,
      account: user && accountKeyOf(user),
      browser: browserOf(from.browserMark, user),
    };
    await this.#limits.begin(attempt);
    const usable = user !== null && user.disabledAt === null && hasPassword(user) ? user : null;
    const isRight = await passwords.verify(usable?.passwordHash ?? null, input.password);
    // Meanwhile they may have been disabled, or given another password.
    const session = isRight ? this.#beginAs(usable, from, now()) : null;
    if (session === null) {
      // A name that is no user's is not logged: people type passwords into the wrong field.
      log.warn({ user: user?.name ?? null, address }, "sign-in refused");
      throw new AppError("unauthorised", { userMessage: "The user name or the password is wrong." });
    }
    await this.#limits.succeeded(attempt);
    log.info({ user: session.user.name, address }, "signed in");
    changes.tell(session.user.id);
    return session;
  }

  /** A user's name as it is written, of one that was typed in; null where nobody is called so. */
  userName(name: string): string | null {
    return this.#users.find(name)?.name ?? null;
  }

  /** The session behind a cookie's secret, or null. */
  sessionOf(secret: string): Session | null {
    return this.sessionById(hashOf(secret));
  }

  /** The session behind a cookie's secret for a page that has shown this proof of its origin, or null. */
  provenSessionOf(secret: string, proof: string): Session | null {
    const session = this.sessionOf(secret);
    const passwordHash = session && this.#sessions.passwordHashOf(session.id);
    if (session === null || passwordHash === null) return null;
    return isSameHash(proof, originProof(session.id, passwordHash)) ? session : null;
  }

  /** The session of who shows an API key, from `address`; null where it is none, or works no more. */
  keySessionOf(secret: string, address: string): Session | null {
    return this.#withShared(this.#keys.use(secret, address));
  }

  /** The session called `id`, a browser's or a key's, if it is still valid, or null. Counts as a use of it. */
  sessionById(id: string): Session | null {
    return this.#withShared(this.#keys.session(id) ?? this.#sessions.use(id, this.#room.now()));
  }

  /** Ends a session at once, with all that is open under it. */
  signOut(sessionId: string): void {
    const userId = this.#sessions.end(sessionId);
    if (userId !== null) this.#room.changes.tell(userId);
  }

  /** Tells `listener` of whom something has changed, until the returned function is called. See `AccessChanges`. */
  onChange(listener: (user: ChangedUser) => void): () => void {
    return this.#room.changes.listen(listener);
  }

  /** Begins a session of a user as they were when the password was checked; null where they are so no more. */
  #beginAs(checked: UserRecord | null, from: SessionOrigin, now: number): NewSession | null {
    return this.#room.database.transaction(() => {
      const user = checked && this.#users.byId(checked.id);
      if (user === null || user.disabledAt !== null || user.passwordHash !== checked?.passwordHash)
        return null;
      return this.#sessions.begin(user, from, now);
    });
  }

  #withShared(session: Session | null): Session | null {
    return session && { ...session, shared: this.#shared.of(session.user.id) };
  }

  #refuseUnlessOffered(token: string): void {
    if (!this.#users.exist() && this.#token.isRight(token)) return;
    throw new AppError("not-found", {
      userMessage:
        "This link has been used, or is not the newest one. Passdeck prints a new one when it starts.",
    });
  }
}
