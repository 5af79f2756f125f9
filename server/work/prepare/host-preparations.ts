import { BootChanges } from "../../database/boot-changes";
import type { Database } from "../../database/open-database";
import { OriginalFiles } from "../../database/original-files";
import type { Host } from "../../host/host";
import type { JobKind } from "../../job/job-kind";
import { prepareKind, type prepareKindName } from "./prepare-kind";
import { wishSchema } from "./prepared-change.schema";

export interface HostPreparationsParts {
  fleet: { host(hostId: string): { machine: Host } };
  database: Database;
  /** Passdeck's state folder. */
  dataFolder: string;
}

/** How each managed host was made to start, and what carries such changes out. */
export class HostPreparations {
  readonly originals: OriginalFiles;
  readonly #parts: HostPreparationsParts;

  constructor(parts: HostPreparationsParts) {
    this.#parts = parts;
    this.originals = new OriginalFiles(parts.dataFolder);
  }

  machine(hostId: string): Host {
    return this.#parts.fleet.host(hostId).machine;
  }

  /** What Passdeck changed of how a host starts. */
  changesOf(hostId: string): BootChanges {
    return new BootChanges(this.#parts.database, hostId, (wish) => wishSchema.safeParse(wish).success);
  }

  /** Forgets what was changed of a host that is another one by now. */
  forget(hostId: string): void {
    this.changesOf(hostId).forgetAll();
    this.originals.forget(hostId);
  }

  /** The job that carries such changes out, and takes them back. */
  kind(): JobKind<typeof prepareKindName> {
    return prepareKind({
      machine: (hostId) => this.machine(hostId),
      changesOf: (hostId) => this.changesOf(hostId),
      originals: this.originals,
    });
  }
}
