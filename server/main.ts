import type { Logger } from "pino";
import { AppError } from "./errors";
import { createLog } from "./log";
import { loadSettings, type Settings, SettingsError } from "./settings";
import { holdDatabase } from "./standby/hold-database";
import { start } from "./start/start";
import { startMessage } from "./start-message";

/** A stop that takes longer than this hangs, and is cut. */
const stopWithinMs = 15_000;

/** The server's process: settings, start, signals, exit status. Importing this module runs it. */
async function main(): Promise<void> {
  const settings = readSettings();
  const log = createLog(settings.logLevel);
  process.on("uncaughtExceptionMonitor", (err) => log.fatal({ err }, "Passdeck crashed"));
  // One connection's mishap is no reason to cut everybody else's.
  process.on("unhandledRejection", (err) => log.error({ err }, "a failure that nobody took care of"));
  try {
    const release = await holdDatabase(settings, log, (why) => endAtOnce(why, log));
    const server = await start(settings, log);
    process.stdout.write(startMessage(server, settings));
    stopOnSignals(async () => {
      await server.stop();
      await release();
    }, log);
  } catch (error) {
    if (error instanceof AppError) fail(1, `Passdeck can't start: ${error.userMessage}`);
    log.fatal({ err: error }, "Passdeck can't start");
    process.exit(1);
  }
}

/** Another Passdeck may be active from here on: nothing more may be done by this one. */
function endAtOnce(why: string, log: Logger): never {
  log.fatal({ why }, "the database is out of reach, and another Passdeck may take over: this one ends");
  process.exit(1);
}

function readSettings(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return fail(2, ["Passdeck can't start with these settings:", ...error.problems].join("\n  "));
  }
}

function fail(status: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

function stopOnSignals(stopAll: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // Whoever asks twice has waited long enough.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await stopAll();
    log.info("stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

await main();
