import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";

const script = fileURLToPath(new URL("./virsh-console.py", import.meta.url));
const run = promisify(execFile);

/** `virsh console` on a terminal of its own, timed by its terminal's other end. */
export class Virsh {
  readonly #uri: string;
  readonly #domain: string;

  constructor(uri: string, domain: string) {
    this.#uri = uri;
    this.#domain = domain;
  }

  /** Milliseconds from a key to its echo. */
  echoes(count: number): Promise<number[]> {
    return this.#measure("echo", String(count));
  }

  /** Bytes a second while the guest runs `command`. */
  async throughput(command: string): Promise<number> {
    const [figure] = await this.#measure("throughput", command);
    return figure ?? Number.NaN;
  }

  async #measure(work: string, argument: string): Promise<number[]> {
    const { stdout } = await run("python3", [script, this.#uri, this.#domain, work, argument]);
    return z.array(z.number()).parse(JSON.parse(stdout));
  }
}
