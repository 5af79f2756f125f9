import { AppError } from "../errors";
import type { AccessRoom } from "./access-room";
import { newBrowserMark } from "./browser-mark";
import { browserWords } from "./browser-words";
import { refuseCommon } from "./common-passwords";
import { JoinLinks } from "./join-links";
import { originProof } from "./origin-proof";
import { hasPassword } from "./passwords";
import type { UserSession } from "./person.schema";
import type { NewSession, SessionOrigin, SessionProofs } from "./session";
import { Sessions } from "./sessions";
import { SignInLimits, tryOf } from "./sign-in-limits";
import type { DirectoryUsers } from "./single-sign-on/directory-users";
import { type UserRecord, Users } from "./users";

/** Where somebody shows that it is them. */
export interface ProofOrigin {
  address: string;
  browserMark: string | null;
}

/** The session that somebody asks under. */
export interface OwnSession {
  id: string;
  userId: string;
}

/** What users do to their own account, and what leads to it. */
export class Accounts {
  readonly #room: AccessRoom;
  readonly #directory: DirectoryUsers | null;
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #links: JoinLinks;
  readonly #limits = new SignInLimits();

  constructor(room: AccessRoom, directory: DirectoryUsers | null) {
    this.#room = room;
    this.#directory = directory;
    this.#users = new Users(room.database);
    this.#sessions = new Sessions(room.database);
    this.#links = new JoinLinks(room.database);
  }

  /** Whom a one-time link is for. @throws AppError "not-found" where it is none, used, revoked or too old. */
  invitedBy(token: string): UserRecord {
    const id = this.#links.userOf(token, this.#room.now());
    const user = id === null ? null : this.#users.byId(id);
    if (user !== null && user.disabledAt === null) return user;
    throw new AppError("not-found", {
      userMessage: "This link has been used or revoked, or is older than a week. Ask for a new one.",
    });
  }

  /** Takes a password from who has a one-time link, and signs them in; of many at once the first one does. */
  async join(input: { token: string; password: string }, from: SessionOrigin): Promise<NewSession> {
    const { database, passwords, changes, log, now } = this.#room;
    refuseCommon(input.password, this.invitedBy(input.token).name);
    const passwordHash = await passwords.hash(input.password);
    const session = database.transaction(() => {
      const user = this.invitedBy(input.token);
      this.#links.revoke(user.id);
      this.#users.change(user.id, { passwordHash });
      return this.#sessions.begin({ ...user, passwordHash }, from, now());
    });
    log.info({ user: session.user.name, address: from.address }, "password chosen by link");
    changes.tell(session.user.id);
    return session;
  }

  /**
   * Changes the password of who is signed in. Their other sessions end, this one goes on, by other proofs.
   * @throws AppError "bad-input" where `present` is wrong, or `password` one that anybody would try; "too-many-requests".
   */
  async changePassword(
    session: OwnSession,
    { present, password }: { present: string; password: string },
    from: ProofOrigin,
  ): Promise<SessionProofs> {
    const { database, passwords, changes, log } = this.#room;
    if (!hasPassword(this.userOf(session))) throw noPasswordHere();
    const user = await this.confirmPassword(session, present, from);
    refuseCommon(password, user.name);
    const passwordHash = await passwords.hash(password);
    const changed = database.transaction(() => {
      if (this.userOf(session).passwordHash !== user.passwordHash) throw otherwiseMeanwhile();
      this.#users.change(user.id, { passwordHash });
      this.#links.revoke(user.id);
      this.#sessions.endAllOf(user.id, session.id);
      return { ...user, passwordHash };
    });
    log.info({ user: user.name, address: from.address }, "password changed");
    changes.tell(user.id);
    return { browserMark: newBrowserMark(changed), originProof: originProof(session.id, passwordHash) };
  }

  /**
   * Whose session it is, once they have shown that they know their password.
   * @throws AppError "bad-input" where it is wrong, "too-many-requests".
   */
  async confirmPassword(session: OwnSession, present: string, from: ProofOrigin): Promise<UserRecord> {
    const user = this.userOf(session);
    const byDirectory = this.#directory?.has(user.id) ? this.#directory : null;
    if (byDirectory === null && !hasPassword(user)) throw noPasswordHere();
    const attempt = tryOf(user, from);
    await this.#limits.begin(attempt);
    const isRight =
      byDirectory === null
        ? await this.#room.passwords.verify(user.passwordHash, present)
        : await byDirectory.isPasswordOf(user, present);
    if (!isRight) throw new AppError("bad-input", { userMessage: "The current password is wrong." });
    await this.#limits.succeeded(attempt);
    return user;
  }

  /** The sessions of a user that are not over. @param thisId The one that asks. */
  sessionsOf(userId: string, thisId: string | null): UserSession[] {
    return this.#sessions.alive(this.#room.now(), userId).map((row) => ({
      id: row.id,
      begunAt: row.createdAt,
      lastUsedAt: row.lastUsedAt,
      address: row.address,
      browser: browserWords(row.userAgent),
      isThis: row.id === thisId,
    }));
  }

  /** Ends a session of a user, with all that is open under it. @throws AppError "not-found" */
  endSession(userId: string, sessionId: string): void {
    const isTheirs = this.#sessions.alive(this.#room.now(), userId).some(({ id }) => id === sessionId);
    if (!isTheirs || this.#sessions.end(sessionId) === null)
      throw new AppError("not-found", { userMessage: "This session has ended already." });
    this.#room.changes.tell(userId);
  }

  /** Ends all sessions of a user, with all that is open under them. @param kept Goes on. */
  endSessions(userId: string, kept?: string): void {
    this.#sessions.endAllOf(userId, kept);
    this.#room.changes.tell(userId);
  }

  /** Whose session it is. @throws AppError "conflict" where it has ended. */
  userOf({ id, userId }: OwnSession): UserRecord {
    const user = this.#users.byId(userId);
    if (user === null || this.#sessions.use(id, this.#room.now()) === null) throw otherwiseMeanwhile();
    return user;
  }
}

function noPasswordHere(): AppError {
  return new AppError("conflict", {
    userMessage: "You have no password of this Passdeck: you sign in by a provider, where it is changed.",
  });
}

function otherwiseMeanwhile(): AppError {
  return new AppError("conflict", {
    userMessage: "Your account has been changed meanwhile. Sign in again.",
  });
}
