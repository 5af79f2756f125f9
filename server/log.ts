import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";
import { logText } from "./log-text";

/** What never stands in a log, wherever in a record it turns up. */
const secrets = ["password", "token", "ticket", "cookie", "authorization", "set-cookie", "link"];

/**
 * The log, one record a line.
 * @param level The least level that is written.
 * @param destination Takes JSON.
 */
export function createLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap(pathsOf), censor: "[hidden]" },
      serializers: { err: stdSerializers.errWithCause },
    },
    destination,
  );
}

/** JSON for programs, text for people. Standard output is left to what a command answers. */
function standardError(): DestinationStream {
  if (!process.stderr.isTTY) return pino.destination(2);
  return { write: (line) => void process.stderr.write(logText(line)) };
}

function pathsOf(name: string): string[] {
  const key = `["${name}"]`;
  return [key, `*${key}`, `*.*${key}`];
}
