import { able, unable } from "./ability";
import { HelperConfiguration } from "./configuration/helper-configuration";
import { LocalConfiguration } from "./configuration/local-configuration";
import { folderTree } from "./folder-tree";
import type { Host } from "./host";
import { localLibvirt, noLibvirt } from "./libvirt/host-libvirt";
import { installedSchemas } from "./libvirt/libvirt-schemas";
import { localQemuFiles } from "./qemu-files";
import { localSockets } from "./sockets";
import { localTools, systemTools } from "./tools";
import { ProcessWriter } from "./writer/process-writer";

export interface LocalHostOptions {
  id: string;
  /** Null where nobody is going to ask its libvirt. */
  libvirtUri: string | null;
  /** Where files for its QEMU are kept; null where none are. */
  qemuFolder: string | null;
  /** The command that sudo starts as root where this process is not; null where none may be. */
  rootHelper?: string | null;
}

/** The machine that Passdeck runs on, with what this process may do there. */
export function localHost({ id, libvirtUri, qemuFolder, rootHelper = null }: LocalHostOptions): Host {
  const tree = folderTree("/");
  const isRoot = process.getuid?.() === 0;
  const notRoot = unable(
    "Passdeck does not run as root, so it can't write into this machine's files. Run it as root.",
  );
  return {
    id,
    demo: false,
    files: able(tree),
    writer: isRoot ? able(new ProcessWriter()) : notRoot,
    configuration: isRoot
      ? able(new LocalConfiguration({ root: "/", tools: systemTools() }))
      : rootHelper === null
        ? notRoot
        : able(new HelperConfiguration("sudo", ["-n", rootHelper, "root-helper"])),
    tools: able(localTools()),
    libvirt:
      libvirtUri === null ? noLibvirt("No libvirt was named for this machine.") : localLibvirt(libvirtUri),
    schemas: able(installedSchemas(tree)),
    sockets: able(localSockets),
    qemuFiles:
      qemuFolder === null
        ? unable("No folder was named for files that QEMU is to read.")
        : able(localQemuFiles(qemuFolder)),
    unchangeable: null,
    // Who asks Passdeck comes to this machine.
    managementConnection: (caller) => caller,
  };
}
