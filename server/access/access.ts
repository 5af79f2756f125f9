import { join } from "node:path";
import { AppError } from "../errors";
import type { ChangedUser } from "./access-changes";
import type { AccessRoom } from "./access-room";
import { browserOf } from "./browser-mark";
import { refuseCommon } from "./common-passwords";
import type { SecondStep, SecondStepNeeded } from "./factors/factors.schema";
import type { PageAddress } from "./factors/page-address";
import type { PasskeyRequest, ShownPasskey } from "./factors/passkey.schema";
import type { SecondFactors } from "./factors/second-factors";
import { FirstAdministratorToken } from "./first-administrator";
import { GrantsOfUsers } from "./held-grants";
import { ApiKeys } from "./keys/api-keys";
import { originProof } from "./origin-proof";
import { hasPassword } from "./passwords";
import { hashOf, isSameHash } from "./secrets";
import {
  type NewSession,
  type Session,
  type SessionOrigin,
  type SessionTimes,
  sessionLimits,
} from "./session";
import { Sessions } from "./sessions";
import { SharedObjects } from "./shared-objects";
import { SignInLimits, type SignInTry } from "./sign-in-limits";
import type { DirectoryUsers } from "./single-sign-on/directory-users";
import { accountKeyOf, type UserRecord, Users } from "./users";

export interface AccessOptions extends AccessRoom {
  /** Where the file with the first administrator's link goes. */
  dataFolder: string;
  factors: SecondFactors;
  /** Users whose password a directory knows; null without one. */
  directory: DirectoryUsers | null;
  /** After how many minutes a dangerous act asks its user again; 0: never. */
  reauthenticationMinutes: number;
}

/** Where somebody tries to sign in. */
export interface SignInOrigin extends SessionOrigin {
  /** What the browser kept of an earlier sign-in; null where it has nothing. */
  browserMark: string | null;
}

const unknownPasskey =
  "This passkey is not known here, or it took longer than five minutes. Try again, or use your password.";

/** Who may come in: users, their sessions, and how the first of them is made. */
export class Access {
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #keys: ApiKeys;
  readonly #shared: SharedObjects;
  readonly #grants: GrantsOfUsers;
  readonly #token: FirstAdministratorToken;
  readonly #limits = new SignInLimits();
  readonly #factors: SecondFactors;
  readonly #room: AccessRoom;
  readonly #directory: DirectoryUsers | null;
  readonly #confirmedMs: number;
  #hasUsers: boolean;

  constructor({ dataFolder, factors, directory, reauthenticationMinutes, ...room }: AccessOptions) {
    const { database } = room;
    this.#confirmedMs = reauthenticationMinutes * 60_000;
    this.#room = room;
    this.#factors = factors;
    this.#directory = directory;
    this.#users = new Users(database);
    this.#sessions = new Sessions(database);
    this.#keys = new ApiKeys(room);
    this.#shared = new SharedObjects(room);
    this.#grants = new GrantsOfUsers(room, this.#shared);
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
   * Signs a user in, with a new session; or tells which second step is left to take. Whoever has a password here is asked for
   * that one: the directory, if there is one, is asked about others alone, so that no name of it stands before one of here.
   * Throws "unauthorised" for a wrong name or password alike, and "too-many-requests" after too many of them.
   * @param from Where it is tried, and the mark that the browser has of an earlier time.
   */
  async signIn(
    input: { name: string; password: string },
    from: SignInOrigin,
  ): Promise<NewSession | SecondStepNeeded> {
    const { address } = from;
    const user = this.#users.find(input.name);
    const attempt: SignInTry = {
      address,
      name: input.name,
      account: user && accountKeyOf(user),
      browser: browserOf(from.browserMark, user),
    };
    await this.#limits.begin(attempt);
    const known = await this.#byPassword(user, input);
    if (known === null) throw this.#refused(user, address, "The user name or the password is wrong.");
    const steps = this.#factors.stepsOf(known.id);
    if (steps.length > 0) {
      await this.#limits.succeeded(attempt);
      return { pending: this.#factors.pendingOf(known), steps };
    }
    const session = this.#signInAs(known, from);
    await this.#limits.succeeded(attempt);
    return session;
  }

  /**
   * Takes the second step of a sign-in by a code. Throws "unauthorised" where it is wrong or was used, or the first step is
   * too long ago, and "too-many-requests".
   */
  async signInByCode(
    { pending, code }: { pending: string; code: string },
    from: SignInOrigin,
  ): Promise<{ session: NewSession; by: SecondStep }> {
    const user = this.ofPending(pending);
    const by = await this.#factors.takeCode(user, code, from);
    if (by === null) throw this.#refused(user, from.address, "This code is wrong, or was used already.");
    return { session: this.#signInAs(user, from), by };
  }

  /** What a browser signs with a passkey, to sign in by it alone or, after a right password, as the second step. */
  passkeyRequest(pending: string | null, page: PageAddress): PasskeyRequest {
    const { passkeys } = this.#factors;
    if (pending === null) return passkeys.request("sign in", null, page);
    const request = passkeys.request("second step", this.ofPending(pending).id, page);
    if (request.known.length > 0) return request;
    throw new AppError("not-found", {
      userMessage: `None of your passkeys is for ${page.rpId}. Use another way, or open Passdeck by the name that they are for.`,
    });
  }

  /**
   * Signs in by a passkey alone or, with what a right password gave, as the second step. Throws "unauthorised" where it is
   * none that is known here.
   */
  async signInByPasskey(
    { pending, passkey }: { pending: string | null; passkey: ShownPasskey },
    from: SignInOrigin,
    page: PageAddress,
  ): Promise<NewSession> {
    const { passkeys } = this.#factors;
    const first = pending === null ? null : this.ofPending(pending);
    const purpose = first === null ? "sign in" : "second step";
    const owner = await passkeys.ownerOf(purpose, first?.id ?? null, passkey, page);
    const user = owner === null ? null : this.#users.byId(owner);
    // Alone it would let somebody in whom their directory has shut out.
    if (user === null || (first === null && !hasPassword(user)))
      throw this.#refused(first, from.address, unknownPasskey);
    return this.#signInAs(first ?? user, from);
  }

  /**
   * Signs in whom a provider of identities vouches for.
   * @param authenticatedAt When they showed it that it is them, Unix milliseconds; 0 where it does not say.
   * @throws AppError "unauthorised" where they have been disabled meanwhile.
   */
  signInProvided(user: UserRecord, from: SessionOrigin, authenticatedAt: number): NewSession {
    return this.#signInAs(user, from, authenticatedAt);
  }

  /** Whose first step a second one follows. @throws AppError "unauthorised" */
  ofPending(pending: string): UserRecord {
    const { userId, passwordHash } = this.#factors.ofPending(pending);
    const user = this.#users.byId(userId);
    if (user !== null && user.disabledAt === null && user.passwordHash === passwordHash) return user;
    throw new AppError("unauthorised", { userMessage: "Your account has been changed. Sign in again." });
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
    return this.#withRights(this.#keys.use(secret, address));
  }

  /** The session called `id`, a browser's or a key's, if it is still valid, or null. Counts as a use of it. */
  sessionById(id: string): Session | null {
    return this.#withRights(this.#keys.session(id) ?? this.#sessions.use(id, this.#room.now()));
  }

  /** Whether the user of a session has shown lately that it is them: by signing in, or by {@link confirm}. */
  isConfirmed(sessionId: string): boolean {
    const since = this.#room.now() - this.#sessions.authenticatedAt(sessionId);
    return this.#confirmedMs === 0 || since < this.#confirmedMs;
  }

  /** Notes that the user of a session has shown that it is them. */
  confirm(sessionId: string): void {
    this.#sessions.authenticate(sessionId, this.#room.now());
  }

  /** What is answered to a dangerous act of who has not. */
  toBeConfirmed(): AppError {
    const minutes = this.#confirmedMs / 60_000;
    return new AppError("reauthenticate", {
      userMessage: `Confirm that it’s you: this is asked again ${minutes === 1 ? "a minute" : `${minutes} minutes`} after you did so last.`,
    });
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

  /** Whose password it is, by this Passdeck or by the directory; null where it is nobody's. */
  async #byPassword(
    user: UserRecord | null,
    input: { name: string; password: string },
  ): Promise<UserRecord | null> {
    const isOwn = user !== null && hasPassword(user);
    // Somebody has to be left who can sign in when the directory can't be reached.
    if (!isOwn && this.#directory !== null && !this.needsFirstAdministrator())
      return this.#directory.signIn(input);
    const usable = isOwn && user.disabledAt === null ? user : null;
    const isRight = await this.#room.passwords.verify(usable?.passwordHash ?? null, input.password);
    return isRight ? usable : null;
  }

  /** Begins a session of a user as they were when it was checked that it is them. @throws AppError "unauthorised" */
  #signInAs(checked: UserRecord, from: SessionOrigin, authenticatedAt?: number): NewSession {
    const { database, log, changes, now } = this.#room;
    const lastsMs = hasPassword(checked) ? sessionLimits.absoluteMs : sessionLimits.providedMs;
    const times: SessionTimes = { authenticatedAt: authenticatedAt ?? now(), lastsMs };
    const session = database.transaction(() => {
      const user = this.#users.byId(checked.id);
      // Meanwhile they may have been disabled, or given another password.
      if (user === null || user.disabledAt !== null || user.passwordHash !== checked.passwordHash)
        return null;
      return this.#sessions.begin(user, from, now(), times);
    });
    if (session === null)
      throw this.#refused(checked, from.address, "The user name or the password is wrong.");
    log.info({ user: session.user.name, address: from.address }, "signed in");
    changes.tell(session.user.id);
    return session;
  }

  #refused(user: UserRecord | null, address: string, userMessage: string): AppError {
    // A name that is no user's is not logged: people type passwords into the wrong field.
    this.#room.log.warn({ user: user?.name ?? null, address }, "sign-in refused");
    return new AppError("unauthorised", { userMessage });
  }

  #withRights(session: Session | null): Session | null {
    if (session === null) return null;
    const { id } = session.user;
    return { ...session, shared: this.#shared.of(id), grants: this.#grants.of(id) };
  }

  #refuseUnlessOffered(token: string): void {
    if (!this.#users.exist() && this.#token.isRight(token)) return;
    throw new AppError("not-found", {
      userMessage:
        "This link has been used, or is not the newest one. Passdeck prints a new one when it starts.",
    });
  }
}
