import { AppError } from "../../errors";
import type { AccessRoom } from "../access-room";
import { limitsOfCodes, SignInLimits, tryOf } from "../sign-in-limits";
import type { UserRecord } from "../users";
import type { FactorKey } from "./factor-key";
import type { Factors, SecondStep, TotpSetUp } from "./factors.schema";
import type { PageAddress } from "./page-address";
import type { MadePasskey } from "./passkey.schema";
import { PasskeyRows } from "./passkey-rows";
import { Passkeys } from "./passkeys";
import { RecoveryCodes } from "./recovery-codes";
import { ShortNotes } from "./short-notes";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp-code";
import { TotpRows } from "./totp-rows";

/** Installing an app first may take a while. */
const setUpMinutes = 15;

/** What users have beside their password. Who changes it has shown their password before. */
export class SecondFactors {
  readonly passkeys: Passkeys;
  readonly #room: AccessRoom;
  readonly #key: FactorKey;
  readonly #totp: TotpRows;
  readonly #codes: RecoveryCodes;
  readonly #passkeys: PasskeyRows;
  readonly #notes: ShortNotes;
  readonly #limits = new SignInLimits(limitsOfCodes);

  constructor(room: AccessRoom, key: FactorKey) {
    this.#room = room;
    this.#key = key;
    this.#totp = new TotpRows(room.database);
    this.passkeys = new Passkeys(room);
    this.#passkeys = new PasskeyRows(room.database);
    this.#codes = new RecoveryCodes(room.database);
    this.#notes = new ShortNotes(room.now);
  }

  of(userId: string): Factors {
    return {
      totpSince: this.#totp.of(userId)?.createdAt ?? null,
      passkeys: this.#passkeys.of(userId),
      recoveryCodes: this.#codes.left(userId),
    };
  }

  /** How a user may take the second step of a sign-in; none where the password is enough. */
  stepsOf(userId: string): SecondStep[] {
    const steps: SecondStep[] = [];
    if (this.#totp.of(userId) !== null) steps.push("totp");
    if (this.#passkeys.of(userId).length > 0) steps.push("passkey");
    return steps.length === 0 ? [] : [...steps, "recovery"];
  }

  /** What stands for a right password until the second step is taken, for five minutes. */
  pendingOf({ id, passwordHash }: UserRecord): string {
    return this.#notes.write("second step", JSON.stringify([id, passwordHash]));
  }

  /**
   * Whose password was right, and its hash then.
   * @throws AppError "unauthorised" where that is too long ago.
   */
  ofPending(pending: string): { userId: string; passwordHash: string } {
    const note = this.#notes.read("second step", pending);
    if (note === null) {
      throw new AppError("unauthorised", {
        userMessage: "That took longer than five minutes, or Passdeck was restarted. Sign in again.",
      });
    }
    const [userId, passwordHash] = JSON.parse(note) as [string, string];
    return { userId, passwordHash };
  }

  /**
   * Uses up a code that somebody typed. @returns what it was; null where it is wrong, or was used.
   * @throws AppError "too-many-requests"
   */
  async takeCode(
    user: UserRecord,
    code: string,
    from: { address: string; browserMark: string | null },
  ): Promise<SecondStep | null> {
    const attempt = tryOf(user, from);
    await this.#limits.begin(attempt);
    const taken = this.#take(user.id, code.replace(/\s/g, ""));
    if (taken === null) return null;
    await this.#limits.succeeded(attempt);
    if (taken === "recovery") this.#changed(user, "recovery code used");
    return taken;
  }

  /** Begins to set up an authenticator app. Nothing is written until it has shown its first code. */
  beginTotp(user: UserRecord): TotpSetUp {
    this.#refuseSecondApp(user.id);
    const secret = newTotpSecret();
    return {
      secret,
      address: totpAddress(secret, user.name),
      setUp: this.#notes.write(`totp of ${user.id}`, secret, setUpMinutes),
    };
  }

  /**
   * Turns an authenticator app on by its first code.
   * @returns recovery codes; null where the user has some already.
   * @throws AppError "bad-input" where the code is wrong, "conflict" where it took too long, or there is an app.
   */
  confirmTotp(user: UserRecord, { setUp, code }: { setUp: string; code: string }): string[] | null {
    const secret = this.#notes.read(`totp of ${user.id}`, setUp);
    if (secret === null)
      throw new AppError("conflict", {
        userMessage: `That took longer than ${setUpMinutes} minutes, or Passdeck was restarted. Begin again.`,
      });
    const now = this.#room.now();
    const step = stepOfCode(secret, code.replace(/\s/g, ""), now);
    if (step === null) throw wrongCode();
    const recoveryCodes = this.#room.database.transaction(() => {
      const sealed = this.#key.seal(secret, user.id);
      if (!this.#totp.add({ userId: user.id, secret: sealed, lastStep: step, createdAt: now }))
        throw appAlready();
      return this.#firstCodes(user);
    });
    this.#changed(user, "authenticator app added");
    return recoveryCodes;
  }

  /** Takes a user's authenticator app away, and the recovery codes with the last factor. */
  removeTotp(user: UserRecord): void {
    this.#room.database.transaction(() => {
      this.#totp.remove(user.id);
      this.#removeLastCodes(user);
    });
    this.#changed(user, "authenticator app removed");
  }

  /**
   * Keeps a passkey that a browser made.
   * @returns recovery codes; null where the user has some already.
   * @throws AppError "bad-input" as {@link Passkeys.made}, "conflict" where it is kept already.
   */
  async addPasskey(
    user: UserRecord,
    { name, passkey }: { name: string; passkey: MadePasskey },
    page: PageAddress,
  ): Promise<string[] | null> {
    const record = await this.passkeys.made(user, name, passkey, page);
    const recoveryCodes = this.#room.database.transaction(() => {
      if (!this.#passkeys.add(record))
        throw new AppError("conflict", { userMessage: "This passkey has been added already." });
      return this.#firstCodes(user);
    });
    this.#changed(user, "passkey added");
    return recoveryCodes;
  }

  /** Takes a passkey away, and the recovery codes with the last factor. @throws AppError "not-found" */
  removePasskey(user: UserRecord, id: string): void {
    this.#room.database.transaction(() => {
      if (!this.#passkeys.remove(user.id, id))
        throw new AppError("not-found", { userMessage: "This passkey has been removed already." });
      this.#removeLastCodes(user);
    });
    this.#changed(user, "passkey removed");
  }

  /** Makes ten recovery codes, which end those before them. @throws AppError "conflict" without a second factor. */
  renewRecoveryCodes(user: UserRecord): string[] {
    const codes = this.#room.database.transaction(() => {
      if (this.stepsOf(user.id).length === 0)
        throw new AppError("conflict", { userMessage: "Recovery codes are for who has a second factor." });
      return this.#codes.renew(user.id);
    });
    this.#changed(user, "recovery codes made");
    return codes;
  }

  #take(userId: string, code: string): SecondStep | null {
    if (!/^\d{6}$/.test(code)) return this.#codes.take(userId, code) ? "recovery" : null;
    const record = this.#totp.of(userId);
    if (record === null) return null;
    const step = stepOfCode(this.#key.unseal(record.secret, userId), code, this.#room.now());
    return step !== null && this.#totp.takeStep(userId, step) ? "totp" : null;
  }

  #firstCodes(user: UserRecord): string[] | null {
    return this.#codes.left(user.id) > 0 ? null : this.#codes.renew(user.id);
  }

  #removeLastCodes(user: UserRecord): void {
    if (this.stepsOf(user.id).length === 0) this.#codes.removeAll(user.id);
  }

  #refuseSecondApp(userId: string): void {
    if (this.#totp.of(userId) !== null) throw appAlready();
  }

  #changed(user: UserRecord, what: string): void {
    this.#room.log.info({ user: user.name }, what);
    this.#room.changes.tell(user.id);
  }
}

function appAlready(): AppError {
  return new AppError("conflict", {
    userMessage: "You have an authenticator app already. Remove it first to set up another one.",
  });
}

/** What is said of a code that is not taken. */
export function wrongCode(): AppError {
  return new AppError("bad-input", {
    userMessage:
      "This code is wrong, or was used already. Wait for the next one; if that is refused as well, the clocks of your phone and of this server differ.",
  });
}
