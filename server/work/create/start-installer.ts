import { readSavedDefinition } from "../../domain/edit-definition";
import { withKernel } from "../../domain/installing";
import type { DomainHandle } from "../../domain/lifecycle";
import type { Connection } from "../../libvirt/connection";
import { existingVolume } from "../../storage/look-up";
import type { Installation } from "./create-input.schema";

/** Reading a kernel into a guest's memory takes as long as the disk does. */
const slowMs = 10 * 60_000;

/**
 * Starts a VM with an installer's kernel, for this once: its saved definition stays as it is, so that whatever comes of the
 * installation the VM boots from its disk the next time (as virt-install does it).
 */
export async function startInstaller(
  connection: Connection,
  dom: DomainHandle,
  { pool, kernel, initrd, commandLine }: Installation,
): Promise<void> {
  const pathOf = async (volume: string) => {
    const vol = await existingVolume(connection, pool, volume);
    return (await connection.call("storage_vol_get_path", { vol })).name;
  };
  const saved = await readSavedDefinition(connection, dom);
  const files = { kernel: await pathOf(kernel.volume), initrd: await pathOf(initrd.volume) };
  const xml_desc = withKernel(saved, { ...files, commandLine });
  await connection.call("domain_create_xml", { xml_desc, flags: 0 }, { timeoutMs: slowMs });
}
