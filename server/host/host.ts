import type { Ability } from "./ability";
import type { CallerAddresses } from "./caller-addresses";
import type { HostConfiguration } from "./configuration/host-configuration";
import type { HostGuard } from "./guard/host-guard";
import type { HostTree } from "./host-tree";
import type { HostLibvirt } from "./libvirt/host-libvirt";
import type { LibvirtSchemas } from "./libvirt/libvirt-schemas";
import type { QemuFiles } from "./qemu-files";
import type { HostSockets } from "./sockets";
import type { HostTools } from "./tools";
import type { HostWriter } from "./writer/host-writer";

/** What can be done to a host of the demonstration, and to no other. */
export interface DemoControls {
  /** Makes it as it was at first. */
  reset(): Promise<void>;
}

/**
 * All that can be done to a managed machine, and the only door to it. What a host can't do it says, and why; nobody
 * asks this machine in its place. Where it stands (here, in a captured folder, behind ssh) is its own affair.
 */
export interface Host {
  /** Short and stable: stands in addresses of pages. */
  readonly id: string;
  /** What people call it; null: what its libvirt says. */
  readonly name: string | null;
  /** Belongs to the demonstration, where nothing is real; null of a real host. */
  readonly demo: DemoControls | null;
  /** Reads its files. */
  readonly files: Ability<HostTree>;
  /** Writes into the files by which its kernel is told what to do. */
  readonly writer: Ability<HostWriter>;
  /** Changes the files that decide how it and its network start. */
  readonly configuration: Ability<HostConfiguration>;
  /** Takes a trial of its network back by itself. */
  readonly guard: Ability<HostGuard>;
  /** Runs programs there. */
  readonly tools: Ability<HostTools>;
  /** Its libvirt; one that can't be reached says why when it is dialled. */
  readonly libvirt: HostLibvirt;
  /** The schemas that came with its libvirt. */
  readonly schemas: Ability<LibvirtSchemas>;
  /** Opens sockets there, such as a screen's that listens on the host alone. */
  readonly sockets: Ability<HostSockets>;
  /** Keeps files where its QEMU may read them. */
  readonly qemuFiles: Ability<QemuFiles>;
  /** Why nothing of its hardware can be changed, whichever way; null where it can. */
  readonly unchangeable: string | null;
  /**
   * The connection by which this host is managed when somebody asks, as the host sees it: what carries it must not be
   * taken away. Null where none leads to the host itself.
   * @param caller Both ends of their connection to Passdeck; null where they sit at the machine.
   */
  managementConnection(caller: CallerAddresses | null): CallerAddresses | null;
}
