import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** This Debian, whose changes are kept in memory and forgotten: packages are installed into it, and nobody else sees them. */
export class DebianRoot {
  readonly #folder: string;
  readonly #keeper: ChildProcess;

  private constructor(folder: string, keeper: ChildProcess) {
    this.#folder = folder;
    this.#keeper = keeper;
  }

  /** @param shared A folder of this machine's that is there as /mnt. */
  static async create(shared: string): Promise<DebianRoot> {
    const folder = await mkdtemp(join(tmpdir(), "debian-root-"));
    const words = ["--mount", "--propagation", "private", "cat"];
    const keeper = spawn("unshare", words, { stdio: ["pipe", "pipe", "inherit"] });
    // It answers once it is in its namespace.
    keeper.stdin?.write("ready\n");
    await once(keeper.stdout ?? keeper, "data");
    const root = new DebianRoot(folder, keeper);
    await root.#setUp(shared);
    return root;
  }

  async #setUp(shared: string): Promise<void> {
    const [memory, upper, work, merged] = ["", "upper", "work", "merged"].map((name) =>
      join(this.#folder, name),
    );
    await this.#within("mount", "-t", "tmpfs", "tmpfs", memory ?? "");
    await this.#within("mkdir", upper ?? "", work ?? "", merged ?? "");
    const options = `lowerdir=/,upperdir=${upper},workdir=${work}`;
    await this.#within("mount", "-t", "overlay", "-o", options, "overlay", merged ?? "");
    for (const path of ["proc", "dev"])
      await this.#within("mount", "--rbind", `/${path}`, `${merged}/${path}`);
    // No systemd runs in there, and no libvirt.
    for (const path of ["run", "tmp"])
      await this.#within("mount", "-t", "tmpfs", "tmpfs", `${merged}/${path}`);
    await this.#within("mount", "--bind", shared, `${merged}/mnt`);
  }

  /** The words that a command in there begins with. */
  get inside(): string[] {
    return [...this.#words, "chroot", join(this.#folder, "merged")];
  }

  /** Runs a program in there. @returns what it says. @throws Error with what it complained of. */
  async run(...words: string[]): Promise<string> {
    const [command = "", ...rest] = [...this.inside, ...words];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return (await run(command, rest, { env })).stdout;
  }

  /** What there is now and was not before, or has become another: paths with a word in them. */
  async changesWith(word: string): Promise<string[]> {
    const upper = join(this.#folder, "upper");
    // What is no plain file or folder there stands for what was deleted.
    const found = await this.#within("find", upper, "-path", `*${word}*`, "-not", "-type", "c");
    return found
      .split("\n")
      .filter((path) => path !== "")
      .map((path) => path.slice(upper.length));
  }

  async close(): Promise<void> {
    this.#keeper.stdin?.end();
    await once(this.#keeper, "close");
    await rm(this.#folder, { recursive: true });
  }

  get #words(): string[] {
    return ["nsenter", "--target", String(this.#keeper.pid), "--mount"];
  }

  async #within(...words: string[]): Promise<string> {
    const [command = "", ...rest] = [...this.#words, ...words];
    return (await run(command, rest)).stdout;
  }
}
