import { able, need, unable } from "./ability";
import { LocalConfiguration } from "./configuration/local-configuration";
import { folderTree } from "./folder-tree";
import { localGuard } from "./guard/host-guard";
import type { Host } from "./host";
import { localLibvirt, noLibvirt } from "./libvirt/host-libvirt";
import { installedSchemas } from "./libvirt/libvirt-schemas";
import { localQemuFiles } from "./qemu-files";
import { aidedTree } from "./root/aided-tree";
import { HelperConfiguration } from "./root/helper-configuration";
import { HelperWriter } from "./root/helper-writer";
import { RootHelper } from "./root/root-helper";
import { rootWayOf } from "./root/root-way";
import { localSockets } from "./sockets";
import { localTools, systemTools } from "./tools";
import { ListedWriter } from "./writer/listed-writer";
import { ProcessWriter } from "./writer/process-writer";

export interface LocalHostOptions {
  id: string;
  /** Null where nobody is going to ask its libvirt. */
  libvirtUri: string | null;
  /** Where files for its QEMU are kept; null where none are. */
  qemuFolder: string | null;
  /** How root's helper is reached where this process is not root (see {@link rootWayOf}); null where there is none. */
  rootHelper?: string | null;
}

/** The machine that Passdeck runs on, with what this process may do there. */
export function localHost({ id, libvirtUri, qemuFolder, rootHelper = null }: LocalHostOptions): Host {
  const rights = rightsOf(rootHelper);
  const tree = need(rights.files);
  return {
    id,
    name: null,
    demo: null,
    ...rights,
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

/** What takes root's rights: this process's own, else its helper's. */
function rightsOf(rootHelper: string | null): Pick<Host, "files" | "writer" | "configuration" | "guard"> {
  const files = folderTree("/");
  if (process.getuid?.() === 0) {
    return {
      files: able(files),
      writer: able(new ListedWriter(new ProcessWriter())),
      configuration: able(new LocalConfiguration({ root: "/", tools: systemTools() })),
      guard: able(localGuard([])),
    };
  }
  if (rootHelper === null)
    return { files: able(files), writer: notRoot, configuration: notRoot, guard: notRoot };
  const helper = new RootHelper(rootWayOf(rootHelper));
  return {
    files: able(aidedTree(files, helper)),
    writer: able(new HelperWriter(helper)),
    configuration: able(new HelperConfiguration(helper)),
    guard: able(localGuard([rootHelper])),
  };
}

const notRoot = unable(
  "Passdeck does not run as root and has no root helper, so it can’t write into this machine’s files. Install it as a service (see the README), or run it as root.",
);
