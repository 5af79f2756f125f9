import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { domainUndefineFlags, errorNumber } from "../libvirt/protocol/constants.gen";
import type { DiskDefinition } from "./definition";
import type { DomainHandle } from "./lifecycle";

/** Saved state, the records of snapshots and checkpoints, and the firmware's variables go with the VM. */
const withoutTpm =
  domainUndefineFlags.MANAGED_SAVE |
  domainUndefineFlags.SNAPSHOTS_METADATA |
  domainUndefineFlags.CHECKPOINTS_METADATA |
  domainUndefineFlags.NVRAM;
const withEverything = withoutTpm | domainUndefineFlags.TPM;

export interface Removal {
  /** Files and volumes that were deleted. */
  deleted: string[];
  /** Those that were asked for and are still there, with the reason. */
  kept: { source: string; why: string }[];
}

/**
 * Deletes a VM that is off, and of its disks those given. The definition goes first: a disk is never deleted
 * under a VM that still names it. A disk that libvirt cannot delete is left and named in the answer.
 */
export async function removeVm(
  connection: Connection,
  dom: DomainHandle,
  disks: DiskDefinition[],
  usedByOthers: ReadonlyMap<string, string>,
): Promise<Removal> {
  const { active } = await connection.call("domain_is_active", { dom });
  if (active !== 0) {
    throw new AppError("conflict", { userMessage: `${dom.name} is on. Shut it down or force it off first.` });
  }
  await undefine(connection, dom);
  const removal: Removal = { deleted: [], kept: [] };
  for (const { source } of disks) {
    if (source === null) continue;
    const user = usedByOthers.get(source);
    const why = user ? `${user} uses it as well` : await deleteVolume(connection, source);
    if (why === null) removal.deleted.push(source);
    else removal.kept.push({ source, why });
  }
  return removal;
}

async function undefine(connection: Connection, dom: DomainHandle): Promise<void> {
  try {
    await connection.call("domain_undefine_flags", { dom, flags: withEverything });
  } catch (error) {
    // libvirt before 8.9 knows no TPM flag and refuses the call for it.
    if (!(error instanceof LibvirtError) || error.code !== errorNumber.INVALID_ARG) throw error;
    await connection.call("domain_undefine_flags", { dom, flags: withoutTpm });
  }
}

/** Deletes the volume at `source` ("/path" or "pool/volume") through its pool. Resolves to why not, or null. */
async function deleteVolume(connection: Connection, source: string): Promise<string | null> {
  try {
    const { vol } = source.startsWith("/")
      ? await connection.call("storage_vol_lookup_by_path", { path: source })
      : await lookUpInPool(connection, source);
    await connection.call("storage_vol_delete", { vol, flags: 0 });
    return null;
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    return error.code === errorNumber.NO_STORAGE_VOL
      ? "it is in none of the host's storage pools; delete the file on the host"
      : error.message;
  }
}

async function lookUpInPool(connection: Connection, source: string) {
  const slash = source.indexOf("/");
  const { pool } = await connection.call("storage_pool_lookup_by_name", { name: source.slice(0, slash) });
  return connection.call("storage_vol_lookup_by_name", { pool, name: source.slice(slash + 1) });
}
