import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Way } from "../bridge-change";

const run = promisify(execFile);

/** What a host's network is managed by. */
export interface NetworkManagement {
  /** Where its files are, "etc/NetworkManager". */
  folder: string;
  /** Programs that make what else it needs, once /run is its own. */
  prepare: readonly (readonly string[])[];
  /** Itself, in the foreground. */
  program: readonly string[];
  /** A program that ends once it has brought up what it brings up by itself. */
  awaited: readonly string[];
}

/** NetworkManager or its like in namespaces of its own, with one network card. Its files are those of a folder. */
export class ManagerNamespace {
  readonly #keeper: ChildProcess;
  readonly #bus: ChildProcess;
  #manager: ChildProcess | null = null;

  readonly #management: NetworkManagement;

  private constructor(keeper: ChildProcess, bus: ChildProcess, management: NetworkManagement) {
    this.#keeper = keeper;
    this.#bus = bus;
    this.#management = management;
  }

  /** @param root A folder with its files and `run`. */
  static async create(root: string, management: NetworkManagement): Promise<ManagerNamespace> {
    const keeper = spawn("unshare", ["--net", "--mount", "cat"], { stdio: ["pipe", "pipe", "inherit"] });
    // It answers once it is in its namespaces.
    keeper.stdin?.write("ready\n");
    await once(keeper.stdout ?? keeper, "data");
    const within = (...words: string[]) => run("nsenter", [...inside(keeper), ...words]);
    await within("mount", "--bind", join(root, management.folder), `/${management.folder}`);
    await within("mount", "--bind", join(root, "run"), "/run");
    // Where it may not be written, nobody waits for udev.
    await within("mount", "-t", "sysfs", "-o", "ro", "sysfs", "/sys");
    await within("mkdir", "-p", "/run/dbus");
    for (const words of management.prepare) await within(...words);
    const card = ["eno1", "address", "70:85:c2:00:00:01", "type", "veth"];
    await within("ip", "link", "add", ...card, "peer", "name", "cable");
    await within("ip", "link", "set", "cable", "up");
    const words = ["dbus-daemon", "--system", "--nofork", "--nopidfile", "--print-address=1"];
    const bus = spawn("nsenter", [...inside(keeper), ...words], { stdio: ["ignore", "pipe", "ignore"] });
    await once(bus.stdout, "data");
    const namespace = new ManagerNamespace(keeper, bus, management);
    await namespace.start();
    return namespace;
  }

  /** Starts it anew. */
  async start(): Promise<void> {
    await this.stop();
    const words = [...inside(this.#keeper), ...this.#management.program];
    this.#manager = spawn("nsenter", words, { stdio: "ignore" });
    await this.run(...this.#management.awaited);
  }

  async stop(): Promise<void> {
    await ended(this.#manager);
    this.#manager = null;
  }

  /** Runs a program in it. @returns what it says. */
  async run(...words: string[]): Promise<string> {
    return (await run("nsenter", [...inside(this.#keeper), ...words])).stdout;
  }

  /** Runs the programs of a way, in their order. */
  async go({ before, after }: Way): Promise<void> {
    for (const words of [...before, ...after]) await this.run(...words);
  }

  /** What has an address, and which card is a bridge's port. */
  async addresses(): Promise<string[]> {
    const links: { ifname: string; master?: string; addr_info: { local?: string; family?: string }[] }[] =
      JSON.parse(await this.run("ip", "-json", "address"));
    return links
      .filter(({ ifname }) => ifname !== "lo" && ifname !== "cable")
      .map(({ ifname, master, addr_info }) => {
        const local = addr_info.filter(({ family }) => family === "inet").map((one) => one.local);
        return [ifname, ...(master === undefined ? [] : [`port of ${master}`]), ...local].join(" ");
      })
      .sort();
  }

  async end(): Promise<void> {
    await this.stop();
    await ended(this.#bus);
    await ended(this.#keeper);
  }
}

function inside(keeper: ChildProcess): string[] {
  return ["-t", String(keeper.pid), "-n", "-m"];
}

async function ended(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
