import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { diskFormats } from "./disk-formats";
import { existingVolume, orNull, type VolumeHandle } from "./look-up";
import { parseVolume, type Volume } from "./read-volumes";
import { hasDataFile, headBytes, imageProblem } from "./upload/image-head";
import type { PlacedVolume } from "./volume-users";

/** A volume that is to be copied. */
export interface CopySource {
  vol: VolumeHandle;
  pool: string;
  volume: Volume;
}

/** Reads it. @throws AppError "not-found" where there is none. */
export async function readCopySource(
  connection: Connection,
  pool: string,
  name: string,
): Promise<CopySource> {
  const vol = await existingVolume(connection, pool, name);
  const { xml } = await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 });
  return { vol, pool, volume: parseVolume(xml) };
}

/** A volume that was read already. */
export function placedSource(volume: PlacedVolume): CopySource {
  const { pool, name, key } = volume;
  return { vol: { pool, name, key }, pool, volume };
}

/** Formats that libvirt's look at a volume tells, of content that is copied byte by byte. */
const plain: ReadonlySet<string | null> = new Set([null, "raw", "iso", "none", "unknown"]);
/** Longer chains of images than anybody builds. */
const deepest = 32;

/**
 * Refuses what would reach more than the volume, see {@link foreignProblem}.
 * @param done As in "was not copied".
 * @throws AppError "conflict" that says what was found.
 */
export async function refuseForeignSource(
  connection: Connection,
  source: CopySource,
  done: "copied" | "resized",
  readAs?: "raw" | "qcow2",
): Promise<void> {
  const why = await foreignProblem(connection, source, readAs);
  if (why !== null)
    throw new AppError("conflict", { userMessage: foreignWords(source.volume.name, done, why) });
}

/** @param why What {@link foreignProblem} found. */
export function foreignWords(name: string, done: "copied" | "resized", why: string): string {
  return `${name} was not ${done}: ${why}. Look at it on the host with “qemu-img info”.`;
}

/**
 * Why a volume may not be copied or resized: more than the volume would be read or written. libvirt tells a volume's format
 * by its content, and a guest writes the content of its raw disk: it can make it look like an image that is built on any
 * file of the host, or has its content there, which libvirt would then open as root. So a volume is only taken for what
 * its VMs read it as, images are only built on other volumes, and other kinds of images have all in themselves.
 * @param readAs How it is read, where that is known without its VMs.
 * @returns what was found, in words that go on from "because"; null for nothing.
 */
export async function foreignProblem(
  connection: Connection,
  source: CopySource,
  readAs?: "raw" | "qcow2",
): Promise<string | null> {
  const { pool, volume } = source;
  const seen = seenFormat(volume);
  const users =
    readAs === undefined
      ? await diskFormats(connection, { pool, name: volume.name, path: volume.path })
      : [{ vmName: "Its VM", format: readAs }];
  const other = users.find(({ format }) => format !== seen);
  return other === undefined
    ? foreignFiles(connection, source)
    : `${other.vmName} reads it as ${other.format}, and its content says that it is ${seen}: the guest wrote that, perhaps to have files of the host opened`;
}

/** What a volume's content says that it is, of which QEMU and libvirt think alike; "raw" of what says nothing. */
export function seenFormat({ format }: Pick<Volume, "format">): string {
  return format === null || plain.has(format) ? "raw" : format;
}

/**
 * Which files besides the pools' volumes an image would have read, in words; null where it names none.
 * @param asImage Whether it is looked at also where libvirt takes its content for raw: QEMU, told a format, takes kinds for
 * images that libvirt does not know, such as a VMDK's descriptor.
 */
export async function foreignFiles(
  connection: Connection,
  source: CopySource,
  asImage = false,
): Promise<string | null> {
  let { vol, volume } = source;
  for (let depth = 0; depth < deepest; depth += 1) {
    if (plain.has(volume.format) && !(asImage && depth === 0)) return null;
    const head = await headOf(connection, vol).catch((error: unknown) => {
      // Pools whose volumes can't be read byte by byte hold objects, and libvirt's look at them is all there is.
      if (isUnsupported(error) && plain.has(volume.format)) return null;
      throw error;
    });
    if (head === null) return null;
    const problem = volume.format === "qcow2" ? dataFile(head) : imageProblem(head, true);
    if (problem !== null) return depth === 0 ? problem : `${volume.name}, which it is built on: ${problem}`;
    if (volume.backingPath === null) return null;
    const below = await volumeAt(connection, volume.backingPath);
    if (below === null)
      return `it is built on ${volume.backingPath}, which is in none of the host's storage pools`;
    vol = below;
    volume = parseVolume((await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 })).xml);
  }
  return `it is built on more than ${deepest} other images`;
}

/**
 * What a volume's image refers to and stays when the volume is deleted, a sentence each: libvirt deletes the volume alone.
 * What can't be told is said.
 */
export async function keptBeside(connection: Connection, source: CopySource): Promise<string[]> {
  const { name, backingPath, unreadable } = source.volume;
  if (unreadable !== null) return [untold(name, unreadable.problem)];
  try {
    const foreign = await foreignFiles(connection, source, true);
    if (foreign !== null) return [`${name}: ${foreign}. Only ${name} itself is deleted, and no other file.`];
  } catch (error) {
    if (!(error instanceof LibvirtError) && !(error instanceof AppError)) throw error;
    return [untold(name, error.message)];
  }
  return backingPath === null ? [] : [`${backingPath}, which ${name} is built on, is kept.`];
}

function isUnsupported(error: unknown): boolean {
  return error instanceof LibvirtError && error.code === errorNumber.NO_SUPPORT;
}

function untold(name: string, why: string): string {
  return `It can’t be told which other files ${name} refers to (${why}). Only ${name} itself is deleted.`;
}

function dataFile(head: Buffer): string | null {
  return hasDataFile(head) ? "its content is in a file beside it" : null;
}

async function volumeAt(connection: Connection, path: string): Promise<VolumeHandle | null> {
  const found = await orNull(
    connection.call("storage_vol_lookup_by_path", { path }),
    errorNumber.NO_STORAGE_VOL,
  );
  return found?.vol ?? null;
}

async function headOf(connection: Connection, vol: VolumeHandle): Promise<Buffer> {
  const length = BigInt(headBytes);
  const stream = await connection.openStream("storage_vol_download", { vol, offset: 0n, length, flags: 0 });
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
