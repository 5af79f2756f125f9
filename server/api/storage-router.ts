import * as z from "zod";
import { givenNameSchema, sizeSchema } from "../storage/names.schema";
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
import { hostId } from "./input.schema";
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

const onHost = z.object({ hostId });
const pool = z.object({ hostId, pool: givenNameSchema });
const volume = pool.extend({ volume: givenNameSchema });
const startedJob = z.object({ jobId: z.guid() });

export const storageRouter = router({
  watch: procedure
    .input(onHost)
    .subscription(({ ctx, input, signal }) =>
      push<PoolSummary[]>(signal, (sink) => ctx.services.storage.watchPools(input.hostId, sink)),
    ),
  /** Null of a pool that is stopped or gone: the live list of pools tells of it a little later. */
  volumes: procedure
    .input(pool)
    .output(z.array(volumeSummarySchema).nullable())
    .query(({ ctx, input }) => ctx.services.storage.volumes(input.hostId, input.pool)),
  createPool: procedure
    .input(onHost.extend({ request: createPoolSchema }))
    .mutation(({ ctx, input: { hostId, request } }) =>
      ctx.services.storage.change(hostId, `Pool ${request.name}`, (connection) =>
        createPool(connection, request),
      ),
    ),
  startPool: procedure
    .input(pool)
    .mutation(({ ctx, input }) =>
      ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
        startPool(connection, input.pool),
      ),
    ),
  stopPool: procedure.input(pool).mutation(({ ctx, input }) => stopPoolIfFree(ctx, input)),
  refreshPool: procedure
    .input(pool)
    .mutation(({ ctx, input }) =>
      ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
        refreshPool(connection, input.pool),
      ),
    ),
  setPoolAutostart: procedure
    .input(pool.extend({ autostart: z.boolean() }))
    .mutation(({ ctx, input }) =>
      ctx.services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
        setPoolAutostart(connection, input.pool, input.autostart),
      ),
    ),
  /** What is in it stays: deleting contents is done volume by volume, each refused where a VM uses it. */
  deletePool: procedure
    .input(pool.extend({ withContents: z.literal(false) }))
    .mutation(({ ctx, input }) => deletePoolIfFree(ctx, input)),
  createVolume: procedure
    .input(pool.extend({ request: createVolumeSchema }))
    .mutation(({ ctx, input: { hostId, pool, request } }) =>
      ctx.services.storage.change(hostId, `Volume ${request.name}`, (connection) =>
        createVolume(connection, pool, request),
      ),
    ),
  resizeVolume: procedure
    .input(volume.extend({ capacityBytes: sizeSchema, shrink: z.boolean() }))
    .mutation(({ ctx, input }) => resizeVolumeIfFree(ctx, input)),
  deleteVolume: procedure.input(volume).mutation(({ ctx, input }) => deleteVolumeIfFree(ctx, input)),
  cloneVolume: procedure
    .input(volume.extend(cloneVolumeSchema.shape))
    .output(startedJob)
    .mutation(({ ctx, input }) => startClone(ctx, input)),
  downloadFromUrl: procedure
    .input(pool.extend(downloadSchema.shape))
    .output(startedJob)
    .mutation(({ ctx, input }) => startDownload(ctx, input)),
  openUpload: procedure
    .input(pool.extend(openUploadSchema.shape))
    .output(uploadTicketSchema)
    .mutation(({ ctx, input }) => openUpload(ctx, input)),
});
