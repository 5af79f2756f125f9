import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { AppError } from "../../errors";
import type { AccessRoom } from "../access-room";
import type { UserRecord } from "../users";
import type { PageAddress } from "./page-address";
import type { MadePasskey, NewPasskeyRequest, PasskeyRequest, ShownPasskey } from "./passkey.schema";
import { type PasskeyRecord, PasskeyRows } from "./passkey-rows";
import { ShortNotes } from "./short-notes";
import { UsedOnce } from "./used-once";

/** What a passkey is asked for: a challenge is good for that alone. */
export type PasskeyPurpose = "sign in" | "second step" | "confirm";

/** Makes and checks passkeys (WebAuthn). All have to be unlocked by their owner: what they have and are stands for a password. */
export class Passkeys {
  readonly #room: AccessRoom;
  readonly #rows: PasskeyRows;
  readonly #notes: ShortNotes;
  readonly #used: UsedOnce;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#rows = new PasskeyRows(room.database);
    this.#notes = new ShortNotes(room.now);
    this.#used = new UsedOnce(room.now);
  }

  /** What a browser makes a passkey of, for `user`. */
  requestNew(user: UserRecord, page: PageAddress): NewPasskeyRequest {
    return {
      ...this.#request(`new for ${user.id}`, user.id, page),
      user: { handle: handleOf(user.id), name: user.name },
    };
  }

  /** What a browser signs. @param userId Whose passkey it has to be; null where that shows only then. */
  request(purpose: PasskeyPurpose, userId: string | null, page: PageAddress): PasskeyRequest {
    return this.#request(purposeOf(purpose, userId), userId, page);
  }

  /**
   * What is to be kept of a new passkey.
   * @throws AppError "bad-input" where the browser's answer is not one to the request, or too late.
   */
  async made(user: UserRecord, name: string, made: MadePasskey, page: PageAddress): Promise<PasskeyRecord> {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...made, clientExtensionResults: {} },
      expectedChallenge: (challenge) => this.#isOwn(`new for ${user.id}`, challenge, page),
      expectedOrigin: page.origin,
      expectedRPID: page.rpId,
      requireUserVerification: true,
    }).catch((cause: unknown) => {
      throw notTaken(cause);
    });
    if (!verified || !this.#used.take(made.response.clientDataJSON)) throw notTaken();
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      id,
      userId: user.id,
      name,
      hostName: page.rpId,
      publicKey: Buffer.from(publicKey).toString("base64url"),
      counter,
      transports: made.response.transports ?? [],
      createdAt: this.#room.now(),
      lastUsedAt: null,
    };
  }

  /**
   * Whose passkey it is that signed; null where it is not one that is known here, of the right user, and in time. Each
   * signature is taken once.
   * @param userId Whose it has to be; null for anybody's.
   */
  async ownerOf(
    purpose: PasskeyPurpose,
    userId: string | null,
    shown: ShownPasskey,
    page: PageAddress,
  ): Promise<string | null> {
    const known = this.#rows.byId(shown.id);
    if (known === null || (userId !== null && known.userId !== userId)) return null;
    const { userHandle } = shown.response;
    if (userHandle !== undefined && userHandle !== handleOf(known.userId)) return null;
    const seen = await verifyAuthenticationResponse({
      response: { ...shown, clientExtensionResults: {} },
      expectedChallenge: (challenge) => this.#isOwn(purposeOf(purpose, userId), challenge, page),
      expectedOrigin: page.origin,
      expectedRPID: page.rpId,
      requireUserVerification: true,
      credential: {
        id: known.id,
        publicKey: Buffer.from(known.publicKey, "base64url"),
        counter: known.counter,
        transports: known.transports,
      },
    }).catch((error: unknown) => {
      this.#room.log.info({ err: error }, "passkey refused");
      return null;
    });
    if (!seen?.verified || !this.#used.take(shown.response.clientDataJSON)) return null;
    const { newCounter } = seen.authenticationInfo;
    return this.#rows.use(known.id, newCounter, this.#room.now()) ? known.userId : null;
  }

  #request(purpose: string, userId: string | null, page: PageAddress): PasskeyRequest {
    const own = userId === null ? [] : this.#rows.of(userId);
    const challenge = Buffer.from(this.#notes.write(purpose, page.rpId)).toString("base64url");
    return {
      challenge,
      rpId: page.rpId,
      known: own.flatMap(({ id, transports, hostName }) =>
        hostName === page.rpId ? { id, transports } : [],
      ),
    };
  }

  #isOwn(purpose: string, challenge: string, { rpId }: PageAddress): boolean {
    return this.#notes.read(purpose, Buffer.from(challenge, "base64url").toString()) === rpId;
  }
}

function purposeOf(purpose: PasskeyPurpose, userId: string | null): string {
  return `${purpose} of ${userId ?? "anybody"}`;
}

/** What a passkey keeps of its user: their id, which is random and says nothing of them. */
function handleOf(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}

function notTaken(cause?: unknown): AppError {
  return new AppError("bad-input", {
    userMessage: "This passkey could not be added: it came too late, or from another page. Try again.",
    cause,
  });
}
