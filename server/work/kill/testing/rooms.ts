import { dirname, join } from "node:path";
import { AccessChanges } from "../../../access/access-changes";
import { Shares } from "../../../access/shares";
import { DefinitionVersions } from "../../../database/definition-versions";
import { type Database, openDatabase } from "../../../database/open-database";
import { Fleet } from "../../../fleet/fleet";
import type { Host } from "../../../host/host";
import { productFile } from "../../../host/product-file";
import { testHost } from "../../../host/test-host.test-data";
import { Jobs } from "../../../job/jobs";
import { createLog } from "../../../log";
import { HostBindings } from "../../binding/host-bindings";
import { HostBridges } from "../../bridge/host-bridges";
import { type FilesOfVolume, KeptAnswers } from "../../create/kept-answers";
import { DefinitionHistory } from "../../definition/definition-history";
import { jobKinds } from "../../job-kinds";
import { Moves } from "../../move/moves";
import { HostPreparations } from "../../prepare/host-preparations";
import { StorageRoom } from "../../storage/storage-room";

export const hostId = "local";
export const secondHostId = "second";
export const silentLog = createLog("silent", { write: () => undefined });

/** What of a server does jobs. */
export interface Rooms {
  database: Database;
  shares: Shares;
  definitions: DefinitionHistory;
  storage: StorageRoom;
  preparations: HostPreparations;
  bridges: HostBridges;
  jobs: Jobs;
  close(): void;
}

/** How often it is looked whether a new network of the host waits to be kept; milliseconds. */
const keepEveryMs = 20;

/**
 * Resolves when libvirt's VMs are known.
 * @param parts What its host has beside libvirt.
 * @param secondUri libvirt's of another host; null where there is none.
 */
export async function connect(
  libvirtUri: string,
  parts: Partial<Host> = {},
  secondUri: string | null = null,
): Promise<Fleet> {
  const second = secondUri === null ? [] : [testHost(secondHostId, secondUri)];
  const fleet = new Fleet([testHost(hostId, libvirtUri, parts), ...second], silentLog);
  const isConnected = connected(fleet);
  fleet.start();
  await isConnected;
  return fleet;
}

/** Resolves when the fleet's hosts are connected, as they may be already. */
export function connected(fleet: Fleet): Promise<void> {
  return new Promise((resolve) => {
    const stop = fleet.watch(() => {
      if (fleet.hostSummaries().some(({ connection }) => connection !== "connected")) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

/** Answer files as a server has them in memory: who makes a job and who is killed in it know them by the same ids. */
export function keptAnswers(kept: readonly FilesOfVolume[] = []): KeptAnswers {
  const answers = new KeptAnswers(Buffer.from("the same for all processes of a test"));
  for (const files of kept) answers.keep(files);
  return answers;
}

/**
 * The rooms as `start.ts` opens them, over what stands in the state folder.
 * @param kept The answer files that the server has in memory.
 */
export function openRooms(fleet: Fleet, dataFolder: string, kept: readonly FilesOfVolume[] = []): Rooms {
  const root = dirname(productFile("package.json"));
  const database = openDatabase({ folder: dataFolder, migrations: join(root, "server/database/migrations") });
  const definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
  const storage = new StorageRoom(fleet, silentLog);
  const bindings = new HostBindings({ fleet, database });
  const preparations = new HostPreparations({ fleet, database, dataFolder });
  const bridges = new HostBridges({ fleet, database, dataFolder, trialSeconds: 60 });
  // As the page does that a change of the network was begun on.
  const keeping = setInterval(() => {
    const trial = bridges.trialOf(hostId);
    if (trial.state()?.live && trial.decision() === null) trial.decide("keep");
  }, keepEveryMs);
  const shares = new Shares({ database, changes: new AccessChanges(), log: silentLog });
  // The test's own web server is on this machine.
  const kinds = jobKinds({
    fleet,
    definitions,
    storage,
    bindings,
    preparations,
    bridges,
    answers: keptAnswers(kept),
    shares,
    moves: new Moves(),
    web: { mayAsk: () => true },
  });
  return {
    database,
    shares,
    definitions,
    storage,
    preparations,
    bridges,
    jobs: new Jobs({ database, kinds, log: silentLog }),
    close() {
      clearInterval(keeping);
      database.close();
    },
  };
}
