import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { AppError } from "../../errors";

/**
 * What went wrong with a provider, in our own words: nothing of its answer is passed on.
 * @param label The provider's name.
 */
export function openIdTrouble(error: unknown, label: string): AppError {
  const say = (code: AppError["code"], userMessage: string) =>
    new AppError(code, { userMessage, message: `${label}: ${detailOf(error)}` });
  if (error instanceof AppError) return error;
  if (error instanceof AuthorizationResponseError) {
    const isTheirs = error.error === "access_denied";
    const what = isTheirs ? `${label} did not let you in.` : `${label} refused to sign you in.`;
    return say("unauthorised", `${what} Try again, or ask who administers it.`);
  }
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError)
    return say(
      "unauthorised",
      `${label} did not confirm this sign-in. It may have been used, or have taken too long: sign in again. If that does not help, an administrator finds the reason in Passdeck’s log.`,
    );
  if (isSilence(error))
    return say(
      "timed-out",
      `${label} does not answer. Try again later; whoever has a password of this Passdeck signs in with it.`,
    );
  return say(
    "unauthorised",
    `What ${label} answered does not fit this sign-in. Sign in again. If that does not help, an administrator finds the reason in Passdeck’s log.`,
  );
}

/** Codes of the libraries alone: answers of a provider have tokens in them. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown trouble";
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const told = "error" in error ? `: ${String(error.error)}` : "";
  const cause = error.cause instanceof Error ? ` < ${detailOf(error.cause)}` : "";
  return `${error.message}${code}${told}${cause}`;
}

/** Nobody answered, or not in time; what is no answer of a provider counts as none. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TimeoutError" || error.name === "AbortError") return true;
  if (error instanceof ClientError && error.code === "OAUTH_TIMEOUT") return true;
  if (error instanceof TypeError && error.message === "fetch failed") return true;
  return error.cause !== undefined && isSilence(error.cause);
}
