import type { Connection } from "../libvirt/connection";
import { foreignFiles, seenFormat } from "./copy-source";
import { type DiskSource, diskFormats, disksOf } from "./disk-formats";
import type { VolumeHandle } from "./look-up";
import { parseVolume } from "./read-volumes";
import { volumeOfSource } from "./volume-of-source";

/** A VM that is to get disks. */
export interface GivenTo {
  /** Its definition as it is; null of one that is made. */
  before: string | null;
  after: string;
  /** null of one that is made. What it reads its own disks as is its own affair. */
  vmName: string | null;
}

/**
 * What stands against the disks that a VM would get: a volume that another VM reads under another format, one whose
 * content says that it is an image while it was only ever read raw, and an image that names files outside of the pools.
 * A guest writes the content of its raw disk, and so could have QEMU open any file of the host for the next VM that reads
 * it as an image.
 * @returns a sentence for each; none of volumes that are not there yet, and of disks that are no volumes.
 */
export async function givenDiskProblems(connection: Connection, given: GivenTo): Promise<string[]> {
  const problems: string[] = [];
  for (const disk of newDisks(given)) {
    const vol = await volumeOfSource(connection, disk.source);
    const problem = vol === null ? null : await problemOf(connection, vol, { ...disk, vmName: given.vmName });
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** The disks that it has not yet, or not under that format. */
export function newDisks({ before, after, vmName }: GivenTo): DiskSource[] {
  const name = vmName ?? "The new VM";
  const had = before === null ? [] : disksOf(before, name);
  return disksOf(after, name).filter(
    (disk) => !had.some(({ source, format }) => source === disk.source && format === disk.format),
  );
}

async function problemOf(
  connection: Connection,
  vol: VolumeHandle,
  { format, vmName }: DiskSource & { vmName: string | null },
): Promise<string | null> {
  const volume = parseVolume((await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 })).xml);
  const { name, path } = volume;
  const seen = seenFormat(volume);
  // What holds no image is safe as raw, whoever else reads it; most of all a CD, which many VMs have.
  if (format === "raw" && seen === "raw") return null;
  const users = await diskFormats(connection, { pool: vol.pool, name, path });
  const other = users.find((user) => user.vmName !== vmName && user.format !== format);
  if (other !== undefined)
    return `${other.vmName} reads ${name} as ${other.format}, and here it would be read as ${format}: its guest could have files of the host opened that way. Give it the format ${other.format}.`;
  if (format === "raw")
    return `${name} would be read as raw, and its content says that it is ${seen}. Give it the format ${seen} if it is such an image; if a guest wrote that onto its raw disk, look at it on the host with “qemu-img info” first.`;
  const foreign = await foreignFiles(connection, { vol, pool: vol.pool, volume }, format !== "raw");
  return foreign === null
    ? null
    : `${name} can’t be given to a VM: ${foreign}. Look at it on the host with “qemu-img info”.`;
}
