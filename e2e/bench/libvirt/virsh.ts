import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Contender, stateCalls, type Work } from "./contender";

/** libvirt's command line: one process for a whole list, as far as it can, and a process a call where a user has none. */
export class Virsh implements Contender {
  readonly #tasks: Record<Work, () => Promise<void>> = {
    "list-state-xml": () =>
      this.#batch(["list --all", ...this.#names.flatMap((name) => [`domstate ${name}`, `dumpxml ${name}`])]),
    list: () => this.#once("list", "--all", "--name"),
    statistics: () => this.#once("domstats"),
    sequence: async () => {
      for (const name of this.#names.slice(0, stateCalls)) await this.#once("domstate", name);
    },
    "at-once": async () => {
      await Promise.all(this.#names.slice(0, stateCalls).map((name) => this.#once("domstate", name)));
    },
  };

  readonly #uri: string;
  readonly #names: readonly string[];

  constructor(uri: string, names: readonly string[]) {
    this.#uri = uri;
    this.#names = names;
  }

  async run(work: Work): Promise<number> {
    const start = performance.now();
    await this.#tasks[work]();
    return performance.now() - start;
  }

  async close(): Promise<void> {}

  #once(...args: string[]): Promise<void> {
    return this.#virsh(args, null);
  }

  /** virsh reads commands from standard input where it is given none. */
  #batch(commands: readonly string[]): Promise<void> {
    return this.#virsh([], `${commands.join("\n")}\n`);
  }

  async #virsh(args: readonly string[], input: string | null): Promise<void> {
    const virsh = spawn("virsh", ["--quiet", "--connect", this.#uri, ...args], {
      stdio: ["pipe", "ignore", "inherit"],
    });
    if (input !== null) virsh.stdin.end(input);
    await once(virsh, "exit");
    if (virsh.exitCode !== 0) throw new Error(`virsh ${args.join(" ")} failed`);
  }
}
