import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Contender, stateCalls, type Work } from "./contender";

const script = fileURLToPath(new URL("./python-libvirt.py", import.meta.url));

/** Debian's python3-libvirt, which is libvirt's own C library. */
export class Python implements Contender {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #exited: Promise<never>;

  constructor(uri: string) {
    // Not the first python3 in PATH: only the system's own sees the system's modules.
    this.#child = spawn("/usr/bin/python3", [script, uri, String(stateCalls)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = createInterface(this.#child.stdout);
    this.#exited = once(this.#child, "exit").then(() => {
      throw new Error("python3 ended: is Debian's package python3-libvirt there?");
    });
    // Its end is only a failure while an answer is awaited.
    this.#exited.catch(() => undefined);
  }

  async run(work: Work): Promise<number> {
    this.#child.stdin.write(`${work}\n`);
    const [line] = await Promise.race([once(this.#lines, "line"), this.#exited]);
    return Number(line);
  }

  async close(): Promise<void> {
    this.#child.stdin.end();
    await this.#exited.catch(() => undefined);
  }
}
