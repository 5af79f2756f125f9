import type { DefinitionUse } from "../../domain/definition-use";
import type { DomainHandle } from "../../domain/lifecycle";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { volumeOfSource } from "../../storage/volume-of-source";

/**
 * What a guest sees as a disk's size, in bytes; null where nobody can tell: of a stopped pool, of what is not there.
 * @param dom The VM that has it, which QEMU's driver can ask about what is no volume; null of one that is made.
 */
export async function diskBytes(
  connection: Connection,
  dom: DomainHandle | null,
  { source }: DefinitionUse["disks"][number],
): Promise<number | null> {
  const vol = await volumeOfSource(connection, source);
  if (vol !== null) return Number((await connection.call("storage_vol_get_info", { vol })).capacity);
  if (dom === null) return null;
  try {
    const { capacity } = await connection.call("domain_get_block_info", { dom, path: source, flags: 0 });
    return Number(capacity);
  } catch (error) {
    if (error instanceof LibvirtError) return null;
    throw error;
  }
}
