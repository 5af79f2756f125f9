import pino from "pino";
import { openDatabase } from "../../database/open-database";
import { ChannelKey } from "../channel-secrets";
import { Notifications } from "../notifications";

/** A process that sends what waits in the database of a folder, until somebody kills it. */
const [folder = "", migrations = ""] = process.argv.slice(2);
new Notifications({
  database: openDatabase({ folder, migrations }),
  key: new ChannelKey(folder),
  whoIs: () => null,
  seenJob: () => null,
  linkTo: () => null,
  ways: { mayAsk: () => true },
  log: pino({ level: "silent" }),
}).start();
// It has nothing else that would keep it alive.
setInterval(() => undefined, 1_000);
