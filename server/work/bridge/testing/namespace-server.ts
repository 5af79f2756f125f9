import { able, unable } from "../../../host/ability";
import { LocalConfiguration } from "../../../host/configuration/local-configuration";
import { folderTree } from "../../../host/folder-tree";
import { localGuard } from "../../../host/guard/host-guard";
import { testHost } from "../../../host/test-host.test-data";
import { systemTools } from "../../../host/tools";
import { noDownloads, testSettings } from "../../../http/test-server.test-data";
import { createLog } from "../../../log";
import { start } from "../../../start/start";

/**
 * A server on a host that is a namespace: what it reads of its host stands in a folder, what it does is done to the namespace
 * itself. Its arguments are the state folder, the folder of the host, the guard's program, and how long a trial lasts.
 */
const [, , dataFolder = "", hostRoot = "", guard = "", seconds = ""] = process.argv;
const machine = testHost("local", "qemu+unix:///system?socket=/nowhere", {
  files: able(folderTree(hostRoot)),
  configuration: able(new LocalConfiguration({ root: "/", tools: systemTools() })),
  guard: able(localGuard([], () => guard)),
  tools: unable("There are none for this test."),
  unchangeable: null,
});
const settings = testSettings({
  dataFolder,
  host: null,
  port: 8006,
  networkTrialSeconds: Number(seconds),
  logLevel: "silent",
});
const running = await start(settings, createLog("silent", { write: () => undefined }), {
  openPages: async () => ({
    handle: async (_, response) => void response.end(),
    close: async () => undefined,
  }),
  configureHosts: async () => ({
    hosts: [machine],
    downloads: noDownloads,
    close: async () => undefined,
  }),
});
process.stdout.write(`${JSON.stringify(running.firstAdministratorLink)}\n`);
