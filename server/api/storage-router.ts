import * as z from "zod";
import { can } from "../access/can";
import { onHost, onPool, onVolume } from "../access/objects-of";
import { sizeSchema } from "../storage/names.schema";
import type { PoolSummary } from "../storage/pool.schema";
import { createPool, refreshPool, setPoolAutostart, startPool } from "../storage/pool-acts";
import { createPoolSchema } from "../storage/pool-request.schema";
import { uploadTicketSchema } from "../storage/upload.schema";
import { volumeSummarySchema } from "../storage/volume.schema";
import { createVolume } from "../storage/volume-acts";
import {
  cloneVolumeSchema,
  createVolumeSchema,
  downloadSchema,
  openUploadSchema,
} from "../storage/volume-request.schema";
import {
  hostReference as host,
  poolReference as pool,
  volumeReference as volume,
} from "../work/references.schema";
import { push } from "./push";
import {
  deletePoolIfFree,
  deleteVolumeIfFree,
  openUpload,
  resizeVolumeIfFree,
  startClone,
  startDownload,
  stopPoolIfFree,
} from "./storage-acts";
import { procedure, router } from "./trpc";

/** A volume that is copied, and the pool that the copy goes to. */
const onVolumeAndTarget = (input: z.output<typeof volume> & { toPool: string | null }) => [
  onVolume(input),
  onPool({ hostId: input.hostId, pool: input.toPool ?? input.pool }),
];

const startedJob = z.object({ jobId: z.guid() });

export const storageRouter = router({
  watch: procedure(host, onHost).subscription(({ ctx, input, signal }) =>
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
  createPool: procedure(host.extend({ request: createPoolSchema }), onHost).mutation(
    ({ ctx, input: { hostId, request } }) =>
      ctx.services.storage.change(hostId, `Pool ${request.name}`, (connection) =>
        createPool(connection, request),
      ),
  ),
  startPool: procedure(pool, onPool).mutation(({ ctx, input }) =>
    ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      startPool(connection, input.pool),
    ),
  ),
  stopPool: procedure(pool, onPool).mutation(({ ctx, input }) => stopPoolIfFree(ctx, input)),
  refreshPool: procedure(pool, onPool).mutation(({ ctx, input }) =>
    ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      refreshPool(connection, input.pool),
    ),
  ),
  setPoolAutostart: procedure(pool.extend({ autostart: z.boolean() }), onPool).mutation(({ ctx, input }) =>
    ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      setPoolAutostart(connection, input.pool, input.autostart),
    ),
  ),
  /** What is in it stays: deleting contents is done volume by volume, each refused where a VM uses it. */
  deletePool: procedure(pool.extend({ withContents: z.literal(false) }), onPool).mutation(({ ctx, input }) =>
    deletePoolIfFree(ctx, input),
  ),
  createVolume: procedure(pool.extend({ request: createVolumeSchema }), onPool).mutation(
    ({ ctx, input: { hostId, pool, request } }) =>
      ctx.services.storage.change(hostId, `Volume ${request.name}`, (connection) =>
        createVolume(connection, pool, request),
      ),
  ),
  resizeVolume: procedure(
    volume.extend({ capacityBytes: sizeSchema, shrink: z.boolean() }),
    onVolume,
  ).mutation(({ ctx, input }) => resizeVolumeIfFree(ctx, input)),
  deleteVolume: procedure(volume, onVolume).mutation(({ ctx, input }) => deleteVolumeIfFree(ctx, input)),
  cloneVolume: procedure(volume.extend(cloneVolumeSchema.shape), onVolumeAndTarget)
    .output(startedJob)
    .mutation(({ ctx, input }) => startClone(ctx, input)),
  downloadFromUrl: procedure(pool.extend(downloadSchema.shape), onPool)
    .output(startedJob)
    .mutation(({ ctx, input }) => startDownload(ctx, input)),
  openUpload: procedure(pool.extend(openUploadSchema.shape), onPool)
    .output(uploadTicketSchema)
    .mutation(({ ctx, input }) => openUpload(ctx, input)),
});
