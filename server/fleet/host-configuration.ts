import type { HostTree } from "../host/host-tree";

/** A host that Passdeck manages. */
export interface HostConfiguration {
  /** Short and stable: stands in addresses of pages. */
  id: string;
  /** libvirt's URI. */
  uri: string;
  /** Belongs to the demonstration; nothing on it is real. */
  demo: boolean;
  /** The host's files; null where they can't be read. */
  tree: HostTree | null;
}
