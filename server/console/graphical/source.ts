import type { Duplex } from "node:stream";

/** Where screens come from. */
export interface GraphicalSource {
  /** Whether the host has such a VM, on or off. */
  has(hostId: string, vmId: string): boolean;
  /**
   * A connection to a running VM's VNC server that was let in and waits for ClientInit. Rejects with an AppError that
   * says why there is none and what to do. Destroying it takes this viewer away and no other.
   */
  open(hostId: string, vmId: string): Promise<Duplex>;
}
