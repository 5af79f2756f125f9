import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { domainUndefineFlags, errorNumber } from "../libvirt/protocol/constants.gen";
import { readSavedDefinition } from "./edit-definition";
import type { DomainHandle } from "./lifecycle";
import { type KeptFile, removalOf } from "./removal-of";

/** Saved state and the records of snapshots and checkpoints always go with the VM. */
const always =
  domainUndefineFlags.MANAGED_SAVE |
  domainUndefineFlags.SNAPSHOTS_METADATA |
  domainUndefineFlags.CHECKPOINTS_METADATA;

/**
 * Has libvirt forget a VM, with all that it keeps for it and none of its disks. UEFI variables and a TPM's state that
 * its definition places elsewhere stay: a definition may name any file of the host, and libvirt deletes as root.
 * @returns what stays.
 */
export async function undefineVm(connection: Connection, dom: DomainHandle): Promise<KeptFile[]> {
  const { variables, tpm, kept } = removalOf(await readSavedDefinition(connection, dom));
  const flags = always | (variables.goes ? domainUndefineFlags.NVRAM : domainUndefineFlags.KEEP_NVRAM);
  const ofTpm = tpm.goes ? domainUndefineFlags.TPM : domainUndefineFlags.KEEP_TPM;
  try {
    await connection.call("domain_undefine_flags", { dom, flags: flags | ofTpm });
  } catch (error) {
    // libvirt before 8.9 knows no flag for the TPM and refuses the call for it.
    if (!(error instanceof LibvirtError) || error.code !== errorNumber.INVALID_ARG) throw error;
    await connection.call("domain_undefine_flags", { dom, flags });
  }
  return kept;
}
