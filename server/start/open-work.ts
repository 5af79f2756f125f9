import { Shares } from "../access/shares";
import type { ConfiguredHosts } from "../hosts";
import { Jobs } from "../job/jobs";
import { HostBindings } from "../work/binding/host-bindings";
import { HostBridges } from "../work/bridge/host-bridges";
import { KeptAnswers } from "../work/create/kept-answers";
import { jobKinds } from "../work/job-kinds";
import { Moves } from "../work/move/moves";
import { HostPreparations } from "../work/prepare/host-preparations";
import { StorageRoom } from "../work/storage/storage-room";
import type { AccessRooms } from "./open-access";
import type { openFleet } from "./open-fleet";
import type { Opening } from "./opening";

/** What changes hosts and VMs, and the jobs by which it does. */
export function openWork(
  { settings, log, closers }: Opening,
  { room }: Pick<AccessRooms, "room">,
  { fleet, definitions }: ReturnType<typeof openFleet>,
  { downloads }: ConfiguredHosts,
) {
  const { database } = room;
  const { dataFolder, networkTrialSeconds: trialSeconds } = settings;
  const bindings = new HostBindings({ fleet, database });
  const preparations = new HostPreparations({ fleet, database, dataFolder });
  const bridges = new HostBridges({ fleet, database, dataFolder, trialSeconds });
  const storage = new StorageRoom(fleet, log.child({ room: "storage" }));
  closers.push(() => storage.uploads.stop());
  const answers = new KeptAnswers();
  const shares = new Shares(room);
  const moves = new Moves();
  const rooms = { fleet, definitions, storage, bindings, preparations, bridges, answers, shares, moves };
  const jobs = new Jobs({
    database,
    kinds: jobKinds({ ...rooms, web: downloads.web }),
    log: log.child({ room: "job" }),
  });
  return { bindings, preparations, bridges, storage, answers, shares, moves, jobs };
}
