import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A lifecycle event as virsh prints it. */
export interface SeenEvent {
  /** When virsh heard it, Unix milliseconds, by its own clock reading. */
  at: number;
  vm: string;
  kind: string;
}

/** An independent listener: what it hears is the zero of the clock for "event → row". */
export class VirshEvents {
  readonly #seen: SeenEvent[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #child;

  constructor(uri: string) {
    this.#child = spawn(
      "stdbuf",
      ["-oL", "virsh", "-c", uri, "event", "--event", "lifecycle", "--loop", "--timestamp"],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#read(line));
  }

  /** The first event of `vm` and `kind` since a moment, Unix milliseconds. */
  async next(vm: string, kind: string, since: number): Promise<SeenEvent> {
    for (;;) {
      const found = this.#seen.find((event) => event.vm === vm && event.kind === kind && event.at >= since);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  stop(): void {
    this.#child.kill();
  }

  #read(line: string): void {
    const match = /^(\S+ \S+): event 'lifecycle' for domain '([^']+)': (\w+)/.exec(line);
    if (!match) return;
    const [, time = "", vm = "", kind = ""] = match;
    this.#seen.push({ at: Date.parse(time.replace(" ", "T")), vm, kind });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
