import { ResultCodeError } from "ldapts";
import { AppError } from "../../errors";

/**
 * What went wrong with a directory, in our own words.
 * @param label The directory's name.
 */
export function directoryTrouble(error: unknown, label: string): AppError {
  if (error instanceof AppError) return error;
  const message = `${label}: ${error instanceof Error ? error.message : "unknown trouble"}`;
  if (error instanceof ResultCodeError)
    return new AppError("host-refused", {
      message,
      userMessage: `${label} refused what Passdeck asked of it, so only who has a password of this Passdeck can sign in. An administrator finds the reason in Passdeck’s log.`,
    });
  return new AppError("timed-out", {
    message,
    userMessage: `${label} can’t be reached, so only who has a password of this Passdeck can sign in. Try again later; an administrator finds the reason in Passdeck’s log.`,
  });
}
