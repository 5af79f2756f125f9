import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";

/** What never stands in a log, wherever in a record it turns up. */
const secrets = ["password", "token", "ticket", "cookie", "authorization", "set-cookie", "link"];

/**
 * The log: one JSON object a line on standard error, so that standard output is left to people.
 * @param level The least level that is written.
 * @param destination Where to, instead of standard error.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap(pathsOf), censor: "[hidden]" },
      serializers: { err: stdSerializers.errWithCause },
    },
    destination,
  );
}

function pathsOf(name: string): string[] {
  const key = `["${name}"]`;
  return [key, `*${key}`, `*.*${key}`];
}
