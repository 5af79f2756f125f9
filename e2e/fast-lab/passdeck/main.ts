import { createLog } from "@/server/log";
import { loadSettings } from "@/server/settings";
import { start } from "@/server/start/start";

/**
 * Passdeck's server as it is, without its pages, which would have to be built first. Prints one line of JSON when it
 * is ready, for passdeck-process.ts.
 */
const settings = loadSettings();
const server = await start(settings, createLog(settings.logLevel), {
  openPages: async () => ({
    handle: async (_request, response) => void response.writeHead(404).end(),
    close: async () => undefined,
  }),
});
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
process.stdout.write(
  `${JSON.stringify({ url: server.urls[0], firstAdministratorLink: server.firstAdministratorLink })}\n`,
);
