import * as z from "zod";
import { can } from "../access/can";
import { onHost, onPool } from "../access/objects-of";
import { type PoolSummary, poolSummarySchema } from "../storage/pool.schema";
import { volumeSummarySchema } from "../storage/volume.schema";
import { createStoragePool } from "../work/pool/create";
import { deleteStoragePool } from "../work/pool/delete";
import { refreshStoragePool } from "../work/pool/refresh";
import { setStoragePoolAutostart } from "../work/pool/set-autostart";
import { startStoragePool } from "../work/pool/start";
import { stopStoragePool } from "../work/pool/stop";
import { hostReference as host, poolReference as pool } from "../work/references.schema";
import { cloneStorageVolume } from "../work/volume/clone";
import { createStorageVolume } from "../work/volume/create";
import { deleteStorageVolume } from "../work/volume/delete";
import { downloadStorageVolume } from "../work/volume/download";
import { openUpload } from "../work/volume/open-upload";
import { resizeStorageVolume } from "../work/volume/resize";
import { mutation, query } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const storageRouter = router({
  watch: procedure(host, onHost)
    .output(stream(z.array(poolSummarySchema)))
    .subscription(({ ctx, input, signal }) =>
      push<PoolSummary[]>(signal, (sink) =>
        ctx.services.storage.watchPools(input.hostId, (pools) =>
          sink(pools.filter(({ name }) => can(ctx, "pool.see", onPool({ ...input, pool: name })))),
        ),
      ),
    ),
  /** Null of a pool that is stopped or gone: the live list of pools tells of it a little later. */
  volumes: procedure(pool, onPool)
    .output(z.array(volumeSummarySchema).nullable())
    .query(({ ctx, input }) => ctx.services.storage.volumes(input.hostId, input.pool)),
  createPool: mutation(createStoragePool),
  startPool: mutation(startStoragePool),
  planStopPool: query(stopStoragePool.plan),
  stopPool: mutation(stopStoragePool.run),
  refreshPool: mutation(refreshStoragePool),
  setPoolAutostart: mutation(setStoragePoolAutostart),
  planDeletePool: query(deleteStoragePool.plan),
  deletePool: mutation(deleteStoragePool.run),
  createVolume: mutation(createStorageVolume),
  planResizeVolume: query(resizeStorageVolume.plan),
  resizeVolume: mutation(resizeStorageVolume.run),
  planDeleteVolume: query(deleteStorageVolume.plan),
  deleteVolume: mutation(deleteStorageVolume.run),
  cloneVolume: mutation(cloneStorageVolume),
  downloadFromUrl: mutation(downloadStorageVolume),
  openUpload: mutation(openUpload),
});
