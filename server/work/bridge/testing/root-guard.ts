import { need } from "../../../host/ability";
import { guardTrial } from "../../../host/guard/guard-trial";
import { TrialFolder } from "../../../host/guard/trial-folder";
import { IfupdownHost } from "./ifupdown-host";

/** The guard of a host in a folder; its arguments are the trial's folder and the host's. */
const [, , folder = "", root = ""] = process.argv;
const hurry = new AbortController();
process.on("SIGTERM", () => hurry.abort());
const { configuration } = new IfupdownHost(root).parts;
await guardTrial(new TrialFolder(folder), need(configuration), hurry.signal);
