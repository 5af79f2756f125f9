import type { Duplex } from "node:stream";

/** A way to reach a libvirt daemon. */
export interface Dialer {
  /** Where it leads, for messages: "/run/libvirt/libvirt-sock". */
  readonly description: string;
  /** Opens a byte stream to the daemon. Rejects with a ConnectionError. */
  dial(signal?: AbortSignal): Promise<Duplex>;
}
