import * as z from "zod";
import { AppError } from "../../errors";
import type { Access } from "../access";
import type { AccessRoom } from "../access-room";
import { ShortNotes } from "../factors/short-notes";
import { UsedOnce } from "../factors/used-once";
import { safeNextPath } from "../next-path";
import type { NewSession, SessionOrigin } from "../session";
import type { DirectoryUsers } from "./directory-users";
import { Identities } from "./identities";
import type { OpenIdOptions } from "./openid-options";
import { type OpenIdChecks, OpenIdProvider } from "./openid-provider";
import { ProvidedUsers } from "./provided-users";
import { ProviderLimits } from "./provider-limits";
import type { ProviderRequest, UsersProvider } from "./provider-request.schema";
import type { RoleMapping } from "./role-mapping";
import { SignOutTokens } from "./sign-out-tokens";

export interface SingleSignOnOptions {
  access: Pick<Access, "signInProvided" | "needsFirstAdministrator">;
  openId: OpenIdOptions | null;
  /** Users whose password a directory knows; null without one. */
  directory: DirectoryUsers | null;
  roles: RoleMapping;
}

/** Somebody may have to find their telephone, or choose a new password. */
const noteMinutes = 10;
/** The clocks of a provider and of this server may differ by as much, in milliseconds. */
const clockToleranceMs = 60_000;

const noteSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  at: z.number(),
});
type Note = z.infer<typeof noteSchema>;

/** Signs in by a provider of identities that speaks OpenID Connect, and asks it again who it is. */
export class SingleSignOn {
  readonly #room: AccessRoom;
  readonly #access: SingleSignOnOptions["access"];
  readonly #options: OpenIdOptions | null;
  readonly #provider: OpenIdProvider | null;
  readonly #directory: DirectoryUsers | null;
  readonly #provided: ProvidedUsers;
  readonly #identities: Identities;
  readonly #notes: ShortNotes;
  readonly #used: UsedOnce;
  readonly #limits = new ProviderLimits();
  readonly #tokens: SignOutTokens;

  constructor(room: AccessRoom, { access, openId, directory, roles }: SingleSignOnOptions) {
    this.#directory = directory;
    this.#room = room;
    this.#access = access;
    this.#options = openId;
    this.#provider = openId && new OpenIdProvider(openId, room.now);
    this.#provided = new ProvidedUsers(room, roles);
    this.#identities = new Identities(room.database);
    this.#notes = new ShortNotes(room.now);
    this.#used = new UsedOnce(room.now);
    this.#tokens = new SignOutTokens(room.now);
  }

  /** What the provider is called; null where there is none. Nothing is asked of it for that. */
  get label(): string | null {
    return this.#options?.label ?? null;
  }

  /**
   * Begins a sign-in: where the browser goes, and what its page hands back afterwards.
   * @param next Where the sign-in leads; anything but a path of this site is taken for the first page.
   * @param page The origin of the page that asks.
   */
  async begin(next: string, page: string | null, address: string): Promise<ProviderRequest> {
    this.#refuseFirst();
    return this.#request("sign in", { next: safeNextPath(next), page, address, fresh: false });
  }

  /**
   * Signs in who comes back from the provider.
   * @param tell Is told whom it turned out to be, also where they are refused.
   * @throws AppError "unauthorised", "timed-out", "too-many-requests"
   */
  async finish(
    returned: { note: string; query: string },
    from: SessionOrigin,
    tell: (who: string) => void,
  ): Promise<{ session: NewSession; next: string }> {
    this.#refuseFirst();
    const { note, answer } = await this.#answer("sign in", returned, from.address);
    const user = this.#provided.admit(answer.person, tell);
    const authenticatedAt = Math.min(answer.authenticatedAt, this.#room.now());
    const session = this.#access.signInProvided(user, from, authenticatedAt);
    this.#tokens.keep(session.id, answer.idToken, session.expiresAt);
    return { session, next: note.next };
  }

  /** The provider that somebody signs in by; null of who has a password of this Passdeck. */
  providerOf(session: SessionOf): UsersProvider | null {
    if (this.#directory?.has(session.userId)) return { name: this.#directory.label, asks: "here" };
    return this.#identityOf(session) === null
      ? null
      : { name: this.label ?? "a provider", asks: "in a window" };
  }

  /** Begins to ask who is signed in whether it is still them: their provider has them show it anew. */
  async beginConfirmation(
    session: SessionOf,
    page: string | null,
    address: string,
  ): Promise<ProviderRequest> {
    if (this.#identityOf(session) === null)
      throw new AppError("conflict", { userMessage: "You do not sign in by a provider. Use your password." });
    return this.#request(purposeOf(session), { next: "/", page, address, fresh: true });
  }

  /** Whether it is still them, by what the provider says. @throws AppError "bad-input" where it is not, and as {@link finish}. */
  async confirm(
    session: SessionOf,
    returned: { note: string; query: string },
    address: string,
  ): Promise<void> {
    const { note, answer } = await this.#answer(purposeOf(session), returned, address);
    const { person, authenticatedAt } = answer;
    const own = this.#identityOf(session);
    if (own === null || own.issuer !== person.issuer || own.subject !== person.subject)
      throw new AppError("bad-input", {
        userMessage: `You signed in to ${this.label} as somebody else. Confirm as who is signed in here.`,
      });
    // Providers may leave out what they were asked for: nothing counts but when it was.
    if (authenticatedAt < note.at - clockToleranceMs)
      throw new AppError("bad-input", {
        userMessage: `${this.label} did not ask you again who you are, so this confirms nothing. Sign out, and sign in by a password of this Passdeck, to do what is dangerous.`,
      });
  }

  /** Where a browser goes when a session has ended, to sign out of the provider as well; null: nowhere. */
  async signOutAddress({ id, userId }: SessionOf): Promise<string | null> {
    const idToken = this.#tokens.take(id);
    if (this.#provider === null || this.#identityOf({ id, userId }) === null) return null;
    return this.#provider.signOutAddress(idToken);
  }

  async #request(
    purpose: string,
    {
      next,
      page,
      address: from,
      fresh,
    }: { next: string; page: string | null; address: string; fresh: boolean },
  ): Promise<ProviderRequest> {
    const { provider, options } = this.#set();
    // What the page keeps until it is back is kept by its origin.
    if (page !== options.publicUrl)
      throw new AppError("not-supported", {
        userMessage: `${options.label} leads back to ${options.publicUrl} alone. Open Passdeck there to sign in by it.`,
      });
    await this.#limits.take(from);
    const { address, checks } = await provider.request(fresh);
    const note: Note = { ...checks, next, at: this.#room.now() };
    return {
      address,
      state: checks.state,
      note: this.#notes.write(purpose, JSON.stringify(note), noteMinutes),
    };
  }

  async #answer(purpose: string, { note: sealed, query }: { note: string; query: string }, from: string) {
    const { provider } = this.#set();
    await this.#limits.take(from);
    const text = this.#notes.read(purpose, sealed);
    // A note is good for one try, whatever comes of it.
    if (text === null || !this.#used.take(sealed))
      throw new AppError("unauthorised", {
        userMessage: `That was used already, took longer than ${noteMinutes} minutes, or Passdeck was restarted. Sign in again.`,
      });
    const note: Note & OpenIdChecks = noteSchema.parse(JSON.parse(text));
    return { note, answer: await provider.answer(query, note) };
  }

  #identityOf({ userId }: SessionOf) {
    const identity = this.#identities.of(userId);
    // A user of a directory is none of this provider.
    return identity === null || identity.issuer.startsWith("ldap:") ? null : identity;
  }

  #set(): { provider: OpenIdProvider; options: OpenIdOptions } {
    if (this.#provider !== null && this.#options !== null)
      return { provider: this.#provider, options: this.#options };
    throw new AppError("not-supported", {
      userMessage: "No provider is set up for single sign-on (PASSDECK_OIDC_ISSUER).",
    });
  }

  /** Somebody has to be left who can sign in when the provider can't be reached. */
  #refuseFirst(): void {
    if (!this.#access.needsFirstAdministrator()) return;
    throw new AppError("conflict", {
      userMessage: "Make the first administrator before anybody signs in by a provider.",
    });
  }
}

/** The session that somebody asks under. */
export interface SessionOf {
  id: string;
  userId: string;
}

function purposeOf({ id }: SessionOf): string {
  return `confirm ${id}`;
}
