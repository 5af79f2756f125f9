import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FastLab } from "../fast-lab";

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export type KeeperProgram = keyof typeof programs;

/** In mounts of its own, as a container is. */
const apart = ["unshare", "--mount", "--propagation", "private"];

const programs = {
  nodes: ["/usr/bin/python3", "-B", here("hold_nodes.py")],
  nodesApart: [...apart, "/usr/bin/python3", "-B", here("hold_nodes.py")],
  fuse: ["/usr/bin/python3", "-B", here("fuse_block.py")],
  swap: ["sh", here("keep.sh"), "swap"],
  mountApart: [...apart, "sh", here("keep.sh"), "mount"],
} as const;

/** Runs a program in the lab's mounts, to its end. */
export async function runInside(lab: FastLab, command: string, ...words: readonly string[]): Promise<void> {
  await run("nsenter", [...mountsOf(lab), command, ...words]);
}

/** A process in the lab's mounts that keeps something of the host in use. */
export class Keeper {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
  }

  /** Resolves once the program has what it is to keep. */
  static async start(lab: FastLab, program: KeeperProgram, ...words: readonly string[]): Promise<Keeper> {
    const child = spawn("nsenter", [...mountsOf(lab), ...programs[program], ...words], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ready = await Promise.race([once(child.stdout, "data"), once(child, "exit").then(() => null)]);
    if (ready === null) throw new Error(`${program} ${words.join(" ")} ended before it was ready`);
    return new Keeper(child);
  }

  /** The kernel's number of the program itself: nsenter and unshare put it in their own place. */
  get pid(): number {
    return this.#child.pid ?? Number.NaN;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.stdin.end();
    await once(this.#child, "exit");
  }
}

function mountsOf(lab: FastLab): string[] {
  return ["--target", String(lab.libvirtd.namespace.pid), "--mount", "--"];
}
