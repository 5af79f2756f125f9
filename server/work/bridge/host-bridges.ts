import { join } from "node:path";
import { BootChanges } from "../../database/boot-changes";
import type { Database } from "../../database/open-database";
import { OriginalFiles } from "../../database/original-files";
import { need } from "../../host/ability";
import { TrialFolder } from "../../host/guard/trial-folder";
import type { Host } from "../../host/host";
import type { JobKind } from "../../job/job-kind";
import { bridgeKind, type bridgeKindName } from "./bridge-kind";
import { bridgeWishSchema } from "./made-bridge.schema";

interface HostBridgesParts {
  fleet: {
    host(hostId: string): { machine: Pick<Host, "configuration" | "guard" | "files" | "unchangeable"> };
  };
  database: Database;
  /** Passdeck's state folder. */
  dataFolder: string;
  /** How long somebody has to say that the host is still reached. */
  trialSeconds: number;
}

/** The bridges that were made of hosts' network cards, and what carries such changes out. */
export class HostBridges {
  readonly trialSeconds: number;
  readonly #parts: HostBridgesParts;
  readonly #originals: OriginalFiles;

  constructor(parts: HostBridgesParts) {
    this.#parts = parts;
    this.trialSeconds = parts.trialSeconds;
    this.#originals = new OriginalFiles(parts.dataFolder);
  }

  /** Where originals of a host's files are kept. */
  originalsOf(hostId: string): string {
    return this.#originals.folderOf(hostId);
  }

  machine(hostId: string) {
    return this.#parts.fleet.host(hostId).machine;
  }

  /** They stand beside the changes of how the host starts, each known by what was asked for. */
  changesOf(hostId: string): BootChanges {
    return new BootChanges(this.#parts.database, hostId, (wish) => bridgeWishSchema.safeParse(wish).success);
  }

  /** What is known of the one trial that a host can have. */
  trialOf(hostId: string): TrialFolder {
    return new TrialFolder(join(this.#parts.dataFolder, "network-trial", encodeURIComponent(hostId)));
  }

  kind(): JobKind<typeof bridgeKindName> {
    return bridgeKind((hostId, change) => ({
      change,
      hostId,
      changes: this.changesOf(hostId),
      originals: this.#originals,
      folder: this.trialOf(hostId),
      configuration: () => need(this.machine(hostId).configuration),
      guard: () => need(this.machine(hostId).guard),
      tree: () => need(this.machine(hostId).files),
    }));
  }
}
