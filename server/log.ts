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
  if (!process.stderr.isTTY) return jsonLines(process.stderr.fd);
  return { write: (line) => void process.stderr.write(logText(line)) };
}

/**
 * Writes to a file descriptor before it returns. What waited would be written at the process's end, and tried for ever
 * where nobody reads any more: a server that can't be stopped. The price is that a reader who stalls holds up the
 * server, as with all that writes to a pipe.
 */
export function jsonLines(descriptor: number): DestinationStream & { flushSync(): void } {
  return pino.destination({ dest: descriptor, sync: true });
}

function pathsOf(name: string): string[] {
  const key = `["${name}"]`;
  return [key, `*${key}`, `*.*${key}`];
}
