import { AppError } from "../../errors";

/** What PostgreSQL refused, or why it could not be asked. */
export class PostgresError extends Error {
  /** @param code The five letters and digits of SQLSTATE, or the system's code; null where there is none. */
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
    this.name = "PostgresError";
  }
}

/** What to say of a server or database that can't be used. @param url Its address, of which nothing secret is said. */
export function postgresTrouble(url: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { host, pathname } = new URL(url);
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError("internal", {
    userMessage: `The database ${pathname.slice(1)} on the PostgreSQL server ${host || "of this machine"} can't be used: ${why}. Check PASSDECK_DATABASE, and that the server runs and lets this user in.`,
    cause,
  });
}
