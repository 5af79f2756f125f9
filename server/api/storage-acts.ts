import { AppError } from "../errors";
import { deletePool, stopPool } from "../storage/pool-acts";
import { patienceMs } from "../storage/upload/uploads";
import type { UploadTicket } from "../storage/upload.schema";
import type { VolumeUser } from "../storage/volume.schema";
import { deleteVolume, refuseTakenName, resizeVolume } from "../storage/volume-acts";
import type { DownloadRequest, OpenUploadRequest } from "../storage/volume-request.schema";
import { builtOn } from "../storage/volume-users";
import { cloneKindName, cloneSteps } from "../work/storage/clone-kind";
import { downloadKindName, downloadSteps } from "../work/storage/download-kind";
import { volumeSubject } from "../work/storage/new-volume";
import type { Context } from "./context";

interface PoolReference {
  hostId: string;
  pool: string;
}

interface VolumeReference extends PoolReference {
  volume: string;
}

/** Stops a pool that no running VM has disks of. */
export async function stopPoolIfFree({ services }: Context, { hostId, pool }: PoolReference): Promise<void> {
  const users = vmsOnPool({ services }, hostId, pool).filter(({ running }) => running);
  if (users.length > 0) {
    throw new AppError("conflict", {
      userMessage: `The pool ${pool} is in use by ${namesOf(users)}. Shut that down first.`,
    });
  }
  await services.storage.change(hostId, `Pool ${pool}`, (connection) => stopPool(connection, pool));
}

/** Has libvirt forget a pool that no VM's definition names. */
export async function deletePoolIfFree(
  { services }: Context,
  { hostId, pool }: PoolReference,
): Promise<void> {
  const users = vmsOnPool({ services }, hostId, pool);
  if (users.length > 0) {
    throw new AppError("conflict", {
      userMessage: `The definition of ${namesOf(users)} has disks of the pool ${pool}. Remove them there first.`,
    });
  }
  await services.storage.change(hostId, `Pool ${pool}`, (connection) => deletePool(connection, pool));
}

/** Deletes a volume that no VM's definition names and no other volume is built on. */
export async function deleteVolumeIfFree(
  { services }: Context,
  { hostId, pool, volume: name }: VolumeReference,
): Promise<void> {
  await services.storage.change(hostId, `Volume ${name}`, async (connection) => {
    const { volumes, usersOf } = await services.storage.usage(hostId, connection);
    const volume = volumes.find((one) => one.pool === pool && one.name === name);
    const users = volume === undefined ? [] : usersOf(volume);
    if (users.length > 0) {
      throw new AppError("conflict", {
        userMessage: `${name} is used by ${namesOf(users)}. Remove the disk there first, or delete the VM.`,
      });
    }
    const built = volume === undefined ? [] : builtOn(volume, volumes);
    if (built.length > 0) {
      throw new AppError("conflict", {
        userMessage: `${built.map((one) => one.name).join(", ")} can't be read without ${name}. Delete those first.`,
      });
    }
    await deleteVolume(connection, pool, name);
  });
}

/** Resizes a volume under no running VM: a guest would not be told, and its disk might be cut off under it. */
export async function resizeVolumeIfFree(
  context: Context,
  { hostId, pool, volume, ...size }: VolumeReference & { capacityBytes: number; shrink: boolean },
): Promise<void> {
  await refuseRunningUsers(context, { hostId, pool, volume }, "resize");
  await context.services.storage.change(hostId, `Volume ${volume}`, (connection) =>
    resizeVolume(connection, pool, volume, size),
  );
}

/** Starts copying a volume. A disk that a running VM writes to would give a copy of no one moment. */
export async function startClone(
  context: Context,
  { hostId, pool, volume, name, toPool }: VolumeReference & { name: string; toPool: string | null },
): Promise<{ jobId: string }> {
  await refuseRunningUsers(context, { hostId, pool, volume }, "copy");
  const copy = { fromPool: pool, from: volume, toPool: toPool ?? pool, to: name };
  return startVolumeJob(context, {
    hostId,
    kind: cloneKindName,
    title: `Copy ${volume} to ${name}`,
    volume: { pool: copy.toPool, name },
    steps: cloneSteps(copy),
    input: copy,
  });
}

/** Starts fetching a file from the web into a new volume. */
export function startDownload(
  context: Context,
  { hostId, ...input }: DownloadRequest & PoolReference,
): Promise<{ jobId: string }> {
  return startVolumeJob(context, {
    hostId,
    kind: downloadKindName,
    title: `Download ${input.name}`,
    volume: input,
    steps: downloadSteps(input),
    input: input,
  });
}

export async function openUpload(
  { services }: Context,
  { hostId, pool, ...request }: OpenUploadRequest & PoolReference,
): Promise<UploadTicket> {
  const { parts, touchedAt } = await services.storage.uploads.open(hostId, pool, request);
  return { url: `/api/uploads/${parts.id}`, expiresAt: touchedAt + patienceMs };
}

interface VolumeJob {
  hostId: string;
  kind: string;
  title: string;
  volume: { pool: string; name: string };
  steps: Parameters<Context["services"]["jobs"]["start"]>[0]["steps"];
  input: unknown;
}

async function startVolumeJob(
  { services, user }: Context,
  { volume, ...job }: VolumeJob,
): Promise<{ jobId: string }> {
  // The job looks once more; here it is said before there is one.
  await services.fleet
    .host(job.hostId)
    .run(`Pool ${volume.pool}`, (connection) => refuseTakenName(connection, volume.pool, volume.name));
  const { id } = services.jobs.start({
    ...job,
    subjects: [volumeSubject(volume)],
    startedBy: user?.name ?? "",
  });
  return { jobId: id };
}

async function refuseRunningUsers(
  { services }: Context,
  { hostId, pool, volume }: VolumeReference,
  act: "resize" | "copy",
): Promise<void> {
  const found = (await services.storage.volumes(hostId, pool))?.find(({ name }) => name === volume);
  const running = found?.format === "iso" ? [] : (found?.usedBy.filter((user) => user.running) ?? []);
  if (running.length === 0) return;
  throw new AppError("conflict", {
    userMessage: `${volume} is in use by ${namesOf(running)}. Shut that down first; then Passdeck can ${act} it.`,
  });
}

/** VMs whose disks are volumes of the pool by its name; those that have them by path do without the pool. */
function vmsOnPool({ services }: Pick<Context, "services">, hostId: string, pool: string): VolumeUser[] {
  return services.fleet
    .vmsOf(hostId)
    .filter(({ summary }) => summary.disks.some(({ source }) => source?.startsWith(`${pool}/`)))
    .map(({ summary: { id, name, state } }) => ({ vmId: id, vmName: name, running: state !== "off" }));
}

function namesOf(users: readonly VolumeUser[]): string {
  return `the VM ${users.map(({ vmName }) => vmName).join(", ")}`;
}
