import { AppError } from "../errors";

/** What an error that came of reading a description says of it. */
export function problemOf(error: unknown): string {
  if (error instanceof AppError) return error.userMessage;
  return error instanceof Error ? error.message : String(error);
}
