import pino from "pino";
import { type DatabaseLocation, openDatabase } from "../../database/open-database";
import { ChannelKey } from "../channel-secrets";
import { Notifications } from "../notifications";

/** A process that sends what waits in the database of a folder, until somebody kills it. */
const location: DatabaseLocation = JSON.parse(process.argv[2] ?? "");
new Notifications({
  database: openDatabase(location),
  key: new ChannelKey(location.folder),
  whoIs: () => null,
  seenJob: () => null,
  linkTo: () => null,
  ways: { mayAsk: () => true },
  log: pino({ level: "silent" }),
}).start();
// It has nothing else that would keep it alive.
setInterval(() => undefined, 1_000);
