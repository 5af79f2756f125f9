import { noDownloads, plainPages } from "../../http/test-server.test-data";
import { createLog } from "../../log";
import { loadSettings } from "../../settings";
import { start } from "../../start/start";
import { holdDatabase } from "../hold-database";

/** A Passdeck without hosts and with plain pages, as one of several on a database. Says "active LINK" when it is the active one. */
const settings = loadSettings();
const log = createLog("info");
await holdDatabase(settings, log, () => process.exit(1));
const { firstAdministratorLink } = await start(settings, log, {
  openPages: async () => plainPages,
  configureHosts: async () => ({ hosts: [], downloads: noDownloads, close: async () => undefined }),
});
process.stdout.write(`active ${firstAdministratorLink}\n`);
