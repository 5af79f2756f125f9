import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { schemasHere } from "@/server/host/libvirt/schemas.test-data";
import { OwnHost } from "./own-host";

const run = promisify(execFile);
/** The one network that both are in. */
const addresses = ["10.77.0.1", "10.77.0.2"] as const;
const cable = "cable0";

/** Two hosts that a cable joins, and a folder that both have at the same path, as by NFS. */
export class HostPair {
  private constructor(
    readonly one: OwnHost,
    readonly two: OwnHost,
    readonly shared: string,
  ) {}

  static async start(): Promise<HostPair> {
    const shared = await mkdtemp(join(tmpdir(), "shared-"));
    const [one, two] = await Promise.all([
      OwnHost.start("one", schemasHere, settings(addresses[0])),
      OwnHost.start("two", schemasHere, settings(addresses[1])),
    ]);
    const pair = new HostPair(one, two, shared);
    await pair.#join();
    return pair;
  }

  /** Pulls the cable, or puts it back. */
  async link(state: "up" | "down"): Promise<void> {
    await inNetworkOf(this.one, "ip", "link", "set", cable, state);
  }

  async stop(): Promise<void> {
    await Promise.all([this.one.stop(), this.two.stop()]);
    await rm(this.shared, { recursive: true, force: true });
  }

  async #join(): Promise<void> {
    const peer = ["peer", "name", cable, "netns", String(this.two.libvirtd.namespace.pid)];
    await inNetworkOf(this.one, "ip", "link", "add", "name", cable, "type", "veth", ...peer);
    for (const [host, address] of [
      [this.one, addresses[0]],
      [this.two, addresses[1]],
    ] as const) {
      await inNetworkOf(host, "ip", "address", "add", `${address}/24`, "dev", cable);
      await inNetworkOf(host, "ip", "link", "set", cable, "up");
    }
  }
}

function settings(address: string) {
  return {
    libvirtd: [`host_uuid = "${randomUUID()}"`],
    qemu: [`migration_host = "${address}"`, `migration_address = "0.0.0.0"`],
  };
}

async function inNetworkOf({ libvirtd }: OwnHost, ...command: string[]): Promise<void> {
  await run("nsenter", ["--target", String(libvirtd.namespace.pid), "--net", "--", ...command]);
}
