import type { Shares } from "../access/shares";
import type { Fleet } from "../fleet/fleet";
import type { WebWays } from "../storage/download/open-url";
import { attachKind, detachKind } from "./attach/attach-kinds";
import { basicsKind } from "./basics/basics-kind";
import type { HostBindings } from "./binding/host-bindings";
import type { HostBridges } from "./bridge/host-bridges";
import { cardCheckKind } from "./card-check/card-check-kind";
import { createKind } from "./create/create-kind";
import { endInstallationKind } from "./create/end-installation-kind";
import type { KeptAnswers } from "./create/kept-answers";
import type { DefinitionHistory } from "./definition/definition-history";
import { hardwareKind } from "./hardware/hardware-kind";
import { hugePagesKind } from "./huge-pages/huge-pages-kind";
import { moveKind } from "./move/move-kind";
import type { Moves } from "./move/moves";
import { createNetworkKind } from "./network/create";
import { deleteNetworkKind } from "./network/delete";
import { editNetworkKind } from "./network/edit";
import { startNetworkKind } from "./network/start";
import { stopNetworkKind } from "./network/stop";
import { createPoolKind } from "./pool/create";
import { deletePoolKind } from "./pool/delete";
import { refreshPoolKind } from "./pool/refresh";
import { startPoolKind } from "./pool/start";
import { stopPoolKind } from "./pool/stop";
import type { HostPreparations } from "./prepare/host-preparations";
import { returnKind } from "./prepare/return-kind";
import { readRomKind } from "./rom/read/read-rom-kind";
import { cloneKind } from "./storage/clone-kind";
import { downloadKind } from "./storage/download-kind";
import type { StorageRoom } from "./storage/storage-room";
import { uploadKind } from "./storage/upload-kind";
import { deleteVmKind } from "./vm/delete/delete-kind";
import { vmActionKind } from "./vm/vm-action-kind";
import { createVolumeKind } from "./volume/create";
import { deleteVolumeKind } from "./volume/delete";
import { resizeVolumeKind } from "./volume/resize";

/** What jobs reach. */
export interface JobRooms {
  shares: Pick<Shares, "set" | "forget" | "moved">;
  moves: Pick<Moves, "tell">;
  fleet: Fleet;
  definitions: DefinitionHistory;
  storage: StorageRoom;
  bindings: HostBindings;
  answers: KeptAnswers;
  preparations: HostPreparations;
  bridges: HostBridges;
  /** How downloads reach the web. */
  web: WebWays;
}

/** All kinds of jobs that there are. Each has its kill tests, which stand in `kill/testing/kill-tests.ts`. */
export function jobKinds({ bindings, preparations, bridges, web, ...rooms }: JobRooms) {
  const { fleet } = rooms;
  return [
    bindings.kind("reserve"),
    bindings.kind("return"),
    preparations.kind(),
    returnKind({ bindings, preparations }),
    hugePagesKind((hostId) => preparations.machine(hostId)),
    bridges.kind(),
    attachKind(rooms),
    detachKind(rooms),
    cardCheckKind(fleet),
    readRomKind(fleet),
    createKind(rooms),
    endInstallationKind(rooms),
    deleteVmKind(rooms),
    moveKind(rooms),
    vmActionKind(fleet),
    hardwareKind(rooms),
    cloneKind(fleet),
    downloadKind(fleet, web),
    uploadKind(rooms),
    createNetworkKind(rooms),
    editNetworkKind(rooms),
    startNetworkKind(rooms),
    stopNetworkKind(rooms),
    deleteNetworkKind(rooms),
    createPoolKind(rooms),
    startPoolKind(rooms),
    stopPoolKind(rooms),
    refreshPoolKind(rooms),
    deletePoolKind(rooms),
    createVolumeKind(fleet),
    basicsKind(rooms),
    deleteVolumeKind(rooms),
    resizeVolumeKind(rooms),
  ];
}

/** The name of a kind, as it stands in the database. */
export type JobKindName = ReturnType<typeof jobKinds>[number]["name"];
