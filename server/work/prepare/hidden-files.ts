import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { WishedChange } from "../../prepare/change.schema";
import { PrepareFiles } from "../../prepare/prepare-files";
import type { PrepareHost } from "../../prepare/prepare-host";

/** What is asked for about libvirt's QEMU stands in a file that root alone may read. */
const hidden = "etc/libvirt/qemu.conf";

/** A host with that file as root's helper has it, where it is to be edited and Passdeck's own user may not read it. */
export async function withHiddenFiles(
  host: PrepareHost,
  configuration: HostConfiguration | null,
  { lookingGlass }: Pick<WishedChange, "lookingGlass">,
): Promise<PrepareHost> {
  if (lookingGlass?.memory !== "kvmfr" || configuration === null || host.files.text(hidden) !== null)
    return host;
  const kept = await configuration.read(hidden);
  if (kept === null) return host;
  const texts = new Map([...host.files.texts, [hidden, Buffer.from(kept.bytes).toString()] as const]);
  return { ...host, files: new PrepareFiles(texts, host.files.links) };
}
