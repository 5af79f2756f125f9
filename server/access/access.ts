import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "../database/open-database";
import { AppError } from "../errors";
import { browserOf, newBrowserMark } from "./browser-mark";
import { FirstAdministratorToken } from "./first-administrator";
import { originProof } from "./origin-proof";
import { Passwords } from "./passwords";
import { hashOf, isSameHash } from "./secrets";
import type { NewSession, Session, SignedInUser } from "./session";
import { Sessions } from "./sessions";
import { SignInLimits, type SignInTry } from "./sign-in-limits";
import { type UserRecord, Users } from "./users";

export interface AccessOptions {
  database: Database;
  /** Where the file with the first administrator's link goes. */
  dataFolder: string;
  log: Logger;
  /** Unix milliseconds now. */
  now?: () => number;
  passwords?: Pick<Passwords, "hash" | "verify">;
}

/** Where somebody tries to sign in. */
export interface SignInOrigin {
  address: string;
  /** What the browser kept of an earlier sign-in; null where it has nothing. */
  browserMark: string | null;
}

/** Who may come in: users, their sessions, and how the first of them is made. */
export class Access {
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #token: FirstAdministratorToken;
  readonly #limits = new SignInLimits();
  readonly #revocationListeners = new Set<(sessionId: string) => void>();
  readonly #passwords: Pick<Passwords, "hash" | "verify">;
  readonly #now: () => number;
  readonly #database: Database;
  readonly #log: Logger;
  #hasUsers: boolean;

  constructor({ database, dataFolder, log, now = Date.now, passwords = new Passwords() }: AccessOptions) {
    this.#database = database;
    this.#log = log;
    this.#now = now;
    this.#passwords = passwords;
    this.#users = new Users(database);
    this.#sessions = new Sessions(database);
    this.#token = new FirstAdministratorToken(database, join(dataFolder, "first-administrator-link"));
    this.removeDead();
    this.#hasUsers = this.#users.exist();
  }

  /** Removes sessions that nobody can use any more. */
  removeDead(): void {
    this.#sessions.removeDead(this.#now());
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
  async createFirstAdministrator(input: {
    token: string;
    name: string;
    password: string;
  }): Promise<NewSession> {
    this.#refuseUnlessOffered(input.token);
    const passwordHash = await this.#passwords.hash(input.password);
    const now = this.#now();
    const session = this.#database.transaction(() => {
      // Others may have come this far with the same token: the first one here wins.
      this.#refuseUnlessOffered(input.token);
      const user = this.#users.add({ name: input.name, level: "admin", passwordHash, createdAt: now });
      this.#token.end();
      return this.#begin(user, now);
    });
    this.#log.info({ user: session.user.name }, "first administrator made");
    return session;
  }

  /**
   * Signs a user in, with a new session. Throws "unauthorised" for a wrong name or password alike, and
   * "too-many-requests" after too many of them.
   * @param from Where it is tried, and the mark that the browser has of an earlier time.
   */
  async signIn(input: { name: string; password: string }, from: SignInOrigin): Promise<NewSession> {
    const { address } = from;
    const user = this.#users.find(input.name);
    const attempt: SignInTry = {
      address,
      name: input.name,
      account: user && hashOf(user.passwordHash),
      browser: browserOf(from.browserMark, user),
    };
    await this.#limits.begin(attempt);
    const usable = user !== null && user.disabledAt === null ? user : null;
    const isRight = await this.#passwords.verify(usable?.passwordHash ?? null, input.password);
    if (usable === null || !isRight) {
      // A name that is no user's is not logged: people type passwords into the wrong field.
      this.#log.warn({ user: user?.name ?? null, address }, "sign-in refused");
      throw new AppError("unauthorised", { userMessage: "The user name or the password is wrong." });
    }
    await this.#limits.succeeded(attempt);
    this.#log.info({ user: usable.name, address }, "signed in");
    return this.#begin(usable, this.#now());
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

  /** The session called `id` if it is still valid, or null. Counts as a use of it. */
  sessionById(id: string): Session | null {
    return this.#sessions.use(id, this.#now());
  }

  /** Ends a session at once, with all that is open under it. */
  signOut(sessionId: string): void {
    if (!this.#sessions.end(sessionId)) return;
    for (const listener of this.#revocationListeners) listener(sessionId);
  }

  /** Tells `listener` of each session that is ended before its time, until the returned function is called. */
  onRevoked(listener: (sessionId: string) => void): () => void {
    this.#revocationListeners.add(listener);
    return () => void this.#revocationListeners.delete(listener);
  }

  #begin(user: UserRecord, now: number): NewSession {
    const session = this.#sessions.begin(publicPart(user), now);
    return {
      ...session,
      browserMark: newBrowserMark(user),
      originProof: originProof(session.id, user.passwordHash),
    };
  }

  #refuseUnlessOffered(token: string): void {
    if (!this.#users.exist() && this.#token.isRight(token)) return;
    throw new AppError("not-found", {
      userMessage:
        "This link has been used, or is not the newest one. Passdeck prints a new one when it starts.",
    });
  }
}

function publicPart({ id, name, level }: UserRecord): SignedInUser {
  return { id, name, level };
}
