import type { Logger } from "pino";
import type { HostTree } from "../host/host-tree";
import type { BootLog } from "../host/kernel-log";
import type { HardwareReport } from "../pci/schema";
import { createHostReportSource, type HostReportSource } from "../pci/watch";

/** A bind by hand shows after this at the latest; the kernel tells nobody who is not root about it. */
const intervalMs = 2000;

type Listener = (report: HardwareReport) => void;

/** A host's hardware for pages: read while someone looks, and sent when it is another than before. */
export class HardwareWatch {
  readonly #source: HostReportSource;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  #last: HardwareReport | null = null;

  readonly #log: Logger;

  /** @param askLog The kernel's log, where the host's programs can be asked. */
  constructor(tree: HostTree, log: Logger, askLog?: () => Promise<BootLog>) {
    this.#log = log;
    this.#source = createHostReportSource(tree, askLog);
  }

  /** Sends the report, now and after each change, until the returned function is called. */
  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#last && this.#listeners.size > 1) listener(this.#last);
    else this.refresh();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** What is shown now: the last report, or another where something has changed; see HostReportSource.refresh. */
  latest(): Promise<HardwareReport> {
    return this.#source.refresh();
  }

  /** Reads anew at once, when something is known to have changed. Nobody looking: nothing to do. */
  refresh(): void {
    if (this.#listeners.size === 0) return;
    this.#source
      .refresh()
      .then((report) => this.#send(report))
      .catch((error) => this.#log.warn({ err: error }, "could not read the host's hardware"))
      .finally(() => this.#schedule());
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#listeners.size > 0 ? setTimeout(() => this.refresh(), intervalMs) : null;
  }

  #send(report: HardwareReport): void {
    // What was still being read when the last one left: whoever comes next has seen nothing yet.
    if (this.#listeners.size === 0) return;
    // The source hands out the same report until something is another than before.
    if (report === this.#last) return;
    this.#last = report;
    for (const listener of this.#listeners) listener(report);
  }

  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = null;
  }
}
