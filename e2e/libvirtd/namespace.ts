import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./namespace.sh", import.meta.url));

export interface NamespaceOptions {
  /** A program with its arguments that is run inside before anything else, as namespace.sh says. */
  prepare?: readonly string[];
  /** For what is run inside, over this process's own environment. */
  environment?: Readonly<Record<string, string>>;
}

/** Mounts and a network apart from the machine's, held by a process of their own so that they outlive libvirtd. */
export class Namespace {
  readonly #holder: ChildProcessByStdio<Writable, Readable, null>;
  readonly #environment: Readonly<Record<string, string>>;

  private constructor(
    holder: ChildProcessByStdio<Writable, Readable, null>,
    environment: Readonly<Record<string, string>>,
  ) {
    this.#holder = holder;
    this.#environment = environment;
  }

  /** @param folder what stands in for libvirt's folders. Rejects without root's rights. */
  static async create(folder: string, options: NamespaceOptions = {}): Promise<Namespace> {
    const { prepare = [], environment = {} } = options;
    const own = ["--mount", "--net", "--propagation", "private"];
    const holder = spawn("unshare", [...own, "sh", script, folder, ...prepare], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ready = await Promise.race([once(holder.stdout, "data"), once(holder, "exit").then(() => null)]);
    if (ready === null) throw new Error("a private libvirtd needs root's rights, unshare and nsenter");
    return new Namespace(holder, environment);
  }

  /** The process that holds it, for nsenter. */
  get pid(): number {
    return this.#holder.pid ?? Number.NaN;
  }

  /** Runs a program inside. Its pid is the program's own. */
  spawn(command: string, args: readonly string[], log: number): ChildProcess {
    const target = ["--target", String(this.pid), "--mount", "--net"];
    return spawn("nsenter", [...target, "--", command, ...args], {
      stdio: ["ignore", log, log],
      env: { ...process.env, ...this.#environment },
    });
  }

  /** Ends it and all that runs in it, guests included. */
  async destroy(): Promise<void> {
    if (this.#holder.exitCode !== null) return;
    this.#holder.stdin.end();
    await once(this.#holder, "exit");
  }
}
