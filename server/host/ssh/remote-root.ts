import { type Ability, able, unable } from "../ability";
import type { HostConfiguration } from "../configuration/host-configuration";
import type { HostTree } from "../host-tree";
import { aidedTree } from "../root/aided-tree";
import { HelperConfiguration } from "../root/helper-configuration";
import { HelperWriter } from "../root/helper-writer";
import { RootHelper } from "../root/root-helper";
import type { HostWriter } from "../writer/host-writer";
import { lookAround, programPath } from "./look-around";
import type { SshLink } from "./ssh-link";

const helper =
  'if [ "$(id -u)" = 0 ]; then exec passdeck root-helper; else exec sudo -n passdeck root-helper; fi';

/**
 * What takes root's rights on a host that ssh leads to: done by Passdeck's root helper where it is installed there. Whether it is
 * shows with each connection; before the first, it is not.
 */
export class RemoteRoot {
  readonly #helper: RootHelper;
  readonly #writer: HostWriter;
  readonly #configuration: HostConfiguration;
  readonly #name: string;
  #isThere = false;

  /** @param name The host's, for people. */
  constructor(link: SshLink, name: string) {
    this.#name = name;
    const start = async () => (await link.reach()).start(`${programPath}; ${helper}`);
    this.#helper = new RootHelper({ kind: "session", start });
    this.#writer = new HelperWriter(this.#helper);
    this.#configuration = new HelperConfiguration(this.#helper);
    link.onOpen(async (master) => {
      this.#isThere = (await lookAround(master)).hasPassdeck;
    });
  }

  get writer(): Ability<HostWriter> {
    return this.#isThere ? able(this.#writer) : this.#absent();
  }

  get configuration(): Ability<HostConfiguration> {
    return this.#isThere ? able(this.#configuration) : this.#absent();
  }

  /** Files with those that only root may read, where the helper is there. */
  aided(files: HostTree): HostTree {
    const aided = aidedTree(files, this.#helper);
    const now = () => (this.#isThere ? aided : files);
    return {
      name: files.name,
      readMany: (batch) => now().readMany(batch),
      readText: (file) => now().readText(file),
      readBytes: (file) => now().readBytes(file),
      readLink: (file) => files.readLink(file),
      list: (folder) => files.list(folder),
    };
  }

  #absent(): Ability<never> {
    return unable(
      `Passdeck has no root helper on ${this.#name}. Install Passdeck’s package there (its service need not run), and have Passdeck sign in as root, or as a user who may run “passdeck root-helper” by sudo without a password.`,
    );
  }
}
