import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { testProgram } from "@/e2e/programs/test-program";
import { NetworkRoot } from "../../../network/bridge/testing/network-root";
import { LanClient } from "./lan-client-process";

const run = promisify(execFile);

export const interfaces = `auto lo
iface lo inet loopback

auto eno1
iface eno1 inet static
\taddress 192.168.1.5/24
`;

interface Programs {
  server: string;
  guard: string;
}

/** A host in namespaces of its own, with ifupdown, one network card, and a machine at the other end of its cable. */
export class HostNamespace {
  readonly #folder: string;
  readonly #keeper: ChildProcess;
  readonly #programs: Programs;
  #server: ChildProcess | null = null;

  private constructor(folder: string, keeper: ChildProcess, programs: Programs) {
    this.#folder = folder;
    this.#keeper = keeper;
    this.#programs = programs;
  }

  static async create(): Promise<HostNamespace> {
    const folder = await mkdtemp(join(tmpdir(), "host-namespace-"));
    const [server, guard] = await Promise.all(
      ["server/work/bridge/testing/namespace-server.ts", "server/host/guard/guard-main.ts"].map(testProgram),
    );
    const keeper = spawn("unshare", ["--net", "--mount", "cat"], { stdio: ["pipe", "pipe", "inherit"] });
    // It answers once it is in its namespaces.
    keeper.stdin?.write("ready\n");
    await once(keeper.stdout ?? keeper, "data");
    const host = new HostNamespace(folder, keeper, { server: server ?? "", guard: guard ?? "" });
    await host.#setUp();
    return host;
  }

  async #setUp(): Promise<void> {
    const network = join(this.#folder, "network");
    const root = new NetworkRoot(join(this.#folder, "root"));
    root.install({ "usr/lib/bridge-utils/ifupdown.sh": "", "etc/network/x": "" });
    await cp("/etc/network", network, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(network, "interfaces"), interfaces);
    await mkdir(join(this.#folder, "data"));
    await this.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/run");
    await this.run("mkdir", "/run/network");
    await this.run("mount", "-t", "sysfs", "sysfs", "/sys");
    await this.run("mount", "--bind", network, "/etc/network");
    await this.run("mount", "--bind", network, join(root.root, "etc/network"));
    await this.run("ip", "netns", "add", "lan");
    const card = ["eno1", "address", "70:85:c2:00:00:01", "type", "veth"];
    await this.run("ip", "link", "add", ...card, "peer", "name", "lan0", "netns", "lan");
    await this.run("ip", "-n", "lan", "address", "add", "192.168.1.77/24", "dev", "lan0");
    await this.run("ip", "-n", "lan", "link", "set", "lan0", "up");
    await this.run("ifup", "lo", "eno1");
  }

  /** Runs a program on the host. @returns what it says. */
  async run(...words: string[]): Promise<string> {
    return (await run("nsenter", [...this.#within, ...words])).stdout;
  }

  get #within(): string[] {
    return ["-t", String(this.#keeper.pid), "-n", "-m"];
  }

  /** @returns the token of the first administrator's link; null where there is one. */
  async startServer(seconds: number): Promise<string | null> {
    const { server, guard } = this.#programs;
    const words = [join(this.#folder, "data"), join(this.#folder, "root"), guard, String(seconds)];
    const child = spawn("nsenter", [...this.#within, process.execPath, server, ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#server = child;
    const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
    return tokenOf(JSON.parse(value));
  }

  /** By SIGKILL. */
  async killServer(): Promise<void> {
    const server = this.#server;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  }

  client(): Promise<LanClient> {
    return LanClient.start([...this.#within, "ip", "netns", "exec", "lan"]);
  }

  /** The file of ifupdown's. */
  interfaces(): Promise<string> {
    return readFile(join(this.#folder, "network/interfaces"), "utf8");
  }

  /** What has the host's address, and which card is a bridge's port. */
  async addresses(): Promise<string[]> {
    const links: {
      ifname: string;
      master?: string;
      address: string;
      addr_info: { local: string; family: string }[];
    }[] = JSON.parse(await this.run("ip", "-json", "address"));
    return links
      .filter(({ ifname }) => ifname !== "lo")
      .map(({ ifname, master, address, addr_info }) =>
        [
          ifname,
          address,
          ...(master === undefined ? [] : [`port of ${master}`]),
          ...addr_info.filter(({ family }) => family === "inet").map(({ local }) => local),
        ].join(" "),
      )
      .sort();
  }

  async end(): Promise<void> {
    await this.killServer();
    this.#keeper.kill();
    await once(this.#keeper, "exit");
    await rm(this.#folder, { recursive: true, force: true });
  }
}
