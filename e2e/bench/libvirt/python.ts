import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Contender, stateCalls, type Work } from "./contender";

const script = fileURLToPath(new URL("./python-libvirt.py", import.meta.url));

/** Debian's python3-libvirt, which is libvirt's own C library. */
export class Python implements Contender {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: Interface;

  constructor(uri: string) {
    // Not the first python3 in PATH: only the system's own sees the system's modules.
    this.child = spawn("/usr/bin/python3", [script, uri, String(stateCalls)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.lines = createInterface(this.child.stdout);
  }

  async run(work: Work): Promise<number> {
    this.child.stdin.write(`${work}\n`);
    const answer: unknown[] = await Promise.race([once(this.lines, "line"), once(this.child, "exit")]);
    if (this.child.exitCode !== null) throw new Error("python3-libvirt is missing or failed");
    return Number(answer[0]);
  }

  async close(): Promise<void> {
    this.child.stdin.end();
    await once(this.child, "exit");
  }
}
