import type { DomainHandle } from "../../../domain/lifecycle";
import { removalOf } from "../../../domain/removal-of";
import type { Connection } from "../../../libvirt/connection";

/** What goes with a VM's definition and can't be restored, in words: "its TPM state". */
export async function lostWith(connection: Connection, dom: DomainHandle, xml: string): Promise<string[]> {
  const { variables, tpm } = removalOf(xml);
  const saved = await connection.call("domain_has_managed_save_image", { dom, flags: 0 });
  const snapshots = await connection.call("domain_snapshot_num", { dom, flags: 0 });
  return [
    ...(variables.goes && variables.path !== null ? [`its UEFI variables (${variables.path})`] : []),
    ...(tpm.goes && tpm.there ? ["its TPM state"] : []),
    ...(saved.result === 0 ? [] : ["its saved state"]),
    ...(snapshots.num === 0 ? [] : [`the records of its snapshots (${snapshots.num})`]),
  ];
}
