import { testSettings } from "@/server/http/test-server.test-data";
import { createLog } from "@/server/log";
import { start } from "@/server/start/start";

/**
 * The whole server but its pages, in a process of its own, for the libvirt URI that is its first argument; with TLS where
 * the second is "tls". Prints its address and the link that makes the first administrator.
 */
const [libvirtUri = "", tls] = process.argv.slice(2);
const settings = testSettings({ libvirtUri, tls: { kind: tls === "tls" ? "self-signed" : "off" } });
const running = await start(settings, createLog("silent"), {
  openPages: async () => ({ handle: async () => undefined, close: async () => undefined }),
});
console.log(JSON.stringify({ url: running.urls[0], link: running.firstAdministratorLink }));
process.once("SIGTERM", () => void running.stop().then(() => process.exit(0)));
