import { createHash } from "node:crypto";
import type { IdempotencyKey, IdempotentAnswers, KeptAnswer } from "../database/idempotent-answers";
import { AppError } from "../errors";
import { type Problem, problem } from "./problem";

/** A request that was sent with an Idempotency-Key. */
export interface Keyed extends IdempotencyKey {
  method: string;
  path: string;
  body: string;
}

/**
 * Does a request once, however often it is sent with the same Idempotency-Key within a day: what it was answered is answered
 * again. What was refused is tried anew. (draft-ietf-httpapi-idempotency-key-header-07)
 */
export class Idempotency {
  readonly #answers: IdempotentAnswers;
  readonly #underWay = new Set<string>();

  constructor(answers: IdempotentAnswers) {
    this.#answers = answers;
  }

  /**
   * @param work Answers the request; what it throws is not kept.
   * @returns the answer, and whether it is one from before; or the problem of a key that stands for another request.
   * @throws AppError "bad-input" of a key that is none; "conflict" while the same request is under way.
   */
  async once(
    keyed: Keyed,
    work: () => Promise<KeptAnswer>,
  ): Promise<{ answer: KeptAnswer; again: boolean } | Problem> {
    refuseOdd(keyed.key);
    const request = hashOfRequest(keyed);
    const known = this.#answers.find(keyed);
    if (known !== null && known.request !== request)
      return problem(
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request. Use another key for this one.",
      );
    if (known !== null) return { answer: known, again: true };
    const name = JSON.stringify([keyed.caller, keyed.key]);
    if (this.#underWay.has(name))
      throw new AppError("conflict", {
        userMessage: "A request with this Idempotency-Key is under way. Ask again once it has ended.",
      });
    this.#underWay.add(name);
    try {
      const answer = await work();
      this.#answers.keep(keyed, request, answer);
      return { answer, again: false };
    } finally {
      this.#underWay.delete(name);
    }
  }
}

function refuseOdd(key: string): void {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return;
  throw new AppError("bad-input", {
    userMessage: "An Idempotency-Key has 1 to 255 characters of ASCII, and no spaces.",
  });
}

function hashOfRequest({ method, path, body }: Keyed): string {
  return createHash("sha256")
    .update(JSON.stringify([method, path, body]))
    .digest("hex");
}
