import { able, unable } from "../ability";
import type { CallerAddresses } from "../caller-addresses";
import { installedSchemas } from "../libvirt/libvirt-schemas";
import type { ReachedHost } from "../route/reached-host";
import { lookAround } from "./look-around";
import { RemoteRoot } from "./remote-root";
import { hopWords } from "./ssh-hops.schema";
import { sshLibvirt } from "./ssh-libvirt";
import { SshLink } from "./ssh-link";
import type { SshAccess } from "./ssh-master";
import { sshQemuFiles } from "./ssh-qemu-files";
import { sshSockets } from "./ssh-sockets";
import { sshTools } from "./ssh-tools";
import { sshTree } from "./ssh-tree";

export interface SshHostOptions extends SshAccess {
  id: string;
  /** The libvirt there, as the host itself would be asked: "qemu:///system". */
  uri: string;
}

/**
 * A host that is reached by ssh. Nothing of Passdeck’s has to be installed there, but for what takes root’s rights. Nothing is
 * dialled before somebody asks for something of it.
 */
export function sshHost({ id, uri, ...access }: SshHostOptions): ReachedHost {
  const link = new SshLink(access);
  const name = hopWords(access.route.target);
  const files = sshTree(link, name);
  let caller: CallerAddresses | null = null;
  link.onOpen(async (master) => {
    caller = (await lookAround(master)).caller;
  });
  const root = new RemoteRoot(link, name);
  const noGuard = `A trial of a network needs something on the host that takes it back, which ${name} does not have. Open Passdeck on the host itself for that.`;
  return {
    host: {
      id,
      name: id,
      demo: null,
      files: able(root.aided(files)),
      get writer() {
        return root.writer;
      },
      get configuration() {
        return root.configuration;
      },
      guard: unable(noGuard),
      tools: able(sshTools(link)),
      libvirt: sshLibvirt(link, uri),
      schemas: able(installedSchemas(files)),
      sockets: able(sshSockets(link)),
      qemuFiles: able(sshQemuFiles(link, access.route)),
      unchangeable: null,
      managementConnection: () => caller,
    },
    close: () => link.close(),
  };
}
