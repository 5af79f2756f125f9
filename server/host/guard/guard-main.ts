import { need } from "../ability";
import { localHost } from "../local-host";
import { guardTrial } from "./guard-trial";
import { TrialFolder } from "./trial-folder";

/**
 * The guard of a trial of this machine's network, a process of its own. Its arguments are the trial's folder and, where it is
 * not root's, the root helper.
 */
const [, , folder = "", rootHelper = null] = process.argv;
const hurry = new AbortController();
process.on("SIGTERM", () => hurry.abort());
process.on("SIGHUP", () => undefined);
const { configuration } = localHost({ id: "local", libvirtUri: null, qemuFolder: null, rootHelper });
await guardTrial(new TrialFolder(folder), need(configuration), hurry.signal);
// A connection to root's helper would keep it alive.
process.exit(0);
