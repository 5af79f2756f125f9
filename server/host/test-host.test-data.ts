import { unable } from "./ability";
import { withRecordedFiles } from "./captured-host";
import type { Host } from "./host";
import { localHost } from "./local-host";

/**
 * A host for tests of one libvirt: its VMs run on this machine, of whose files and devices nothing is told.
 * @param parts What the test gives it beside.
 */
export function testHost(id: string, libvirtUri: string, parts: Partial<Host> = {}): Host {
  const why = "This host's files are not for the test.";
  const machine = localHost({ id, libvirtUri, qemuFolder: null });
  return { ...withRecordedFiles(machine, "/", why), files: unable(why), ...parts };
}
