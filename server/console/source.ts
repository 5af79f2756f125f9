import type { Duplex } from "node:stream";

/** What the consoles know of a VM. */
export interface ConsoleVm {
  hostId: string;
  vmId: string;
  /** It has a QEMU process: running or paused. */
  running: boolean;
  hasSerialConsole: boolean;
}

/** A VM changed; `removed` when its host has it no more. */
export interface ConsoleVmChange extends ConsoleVm {
  removed: boolean;
}

/** Where consoles come from. */
export interface ConsoleSource {
  /** Every VM that there is now. */
  list(): Iterable<ConsoleVm>;
  /** Calls back at each change from now on, and for each VM of a host that came back. Returns the way to stop. */
  onVmChange(listener: (change: ConsoleVmChange) => void): () => void;
  /**
   * Opens a VM's first serial console. `force` ends whoever holds it; without it a held one rejects with
   * {@link ConsoleBusyError}. Should reject at once when the host is not connected. Destroying the stream gives the
   * console back.
   */
  open(hostId: string, vmId: string, force: boolean): Promise<Duplex>;
}

/** Another program holds the console. */
export class ConsoleBusyError extends Error {
  constructor(cause?: unknown) {
    super("Another program holds this VM's console.", { cause });
    this.name = "ConsoleBusyError";
  }
}
