import type { BootChanges } from "../../database/boot-changes";
import type { OriginalFiles } from "../../database/original-files";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { HostGuard } from "../../host/guard/host-guard";
import type { TrialFolder } from "../../host/guard/trial-folder";
import type { HostTree } from "../../host/host-tree";
import type { BridgeInput } from "./made-bridge.schema";

/** What the steps of one change of the host's network reach. */
export interface BridgeWorld {
  change: BridgeInput;
  hostId: string;
  changes: BootChanges;
  originals: OriginalFiles;
  folder: TrialFolder;
  configuration(): HostConfiguration;
  guard(): HostGuard;
  tree(): HostTree;
}
