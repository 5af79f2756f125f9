import { dirname, join } from "node:path";
import { DefinitionVersions } from "../../../database/definition-versions";
import { type Database, openDatabase } from "../../../database/open-database";
import { Fleet } from "../../../fleet/fleet";
import type { Host } from "../../../host/host";
import { productFile } from "../../../host/product-file";
import { testHost } from "../../../host/test-host.test-data";
import { Jobs } from "../../../job/jobs";
import { createLog } from "../../../log";
import { attachKinds } from "../../attach/attach-kinds";
import { createKind } from "../../create/create-kind";
import { DefinitionHistory } from "../../definition/definition-history";
import { hardwareKind } from "../../hardware/hardware-kind";
import { cloneKind } from "../../storage/clone-kind";
import { downloadKind } from "../../storage/download-kind";

export const hostId = "local";
export const silentLog = createLog("silent", { write: () => undefined });

/** What of a server does jobs. */
export interface Rooms {
  database: Database;
  definitions: DefinitionHistory;
  jobs: Jobs;
}

/** Resolves when libvirt's VMs are known. @param parts What its host has beside libvirt. */
export async function connect(libvirtUri: string, parts: Partial<Host> = {}): Promise<Fleet> {
  const fleet = new Fleet([testHost(hostId, libvirtUri, parts)], silentLog);
  const connected = new Promise<void>((resolve) => {
    const isThere = () => fleet.hostSummaries()[0]?.connection === "connected";
    const stop = fleet.watch(() => {
      if (!isThere()) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
  fleet.start();
  await connected;
  return fleet;
}

/** The rooms as `start.ts` opens them, over what stands in the state folder. */
export function openRooms(fleet: Fleet, dataFolder: string): Rooms {
  const root = dirname(productFile("package.json"));
  const database = openDatabase({ folder: dataFolder, migrations: join(root, "server/database/migrations") });
  const definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
  const kinds = [
    ...attachKinds({ fleet, definitions }),
    createKind({ fleet, definitions }),
    hardwareKind({ fleet, definitions }),
    cloneKind(fleet),
    // The test's own web server is on this machine.
    downloadKind(fleet, () => true),
  ];
  return { database, definitions, jobs: new Jobs({ database, kinds, log: silentLog }) };
}
