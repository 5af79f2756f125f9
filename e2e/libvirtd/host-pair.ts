import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { schemasHere } from "@/server/host/libvirt/schemas.test-data";
import type { ExtraSettings } from "./folder";
import { OwnHost } from "./own-host";
import type { PrivateLibvirtd } from "./private-libvirtd";

const run = promisify(execFile);
/** The one network that both are in. */
export const addresses = ["10.77.0.1", "10.77.0.2"] as const;
const cable = "cable0";

/** Two hosts that a cable joins, and a folder that both have at the same path, as by NFS. */
export class HostPair {
  private constructor(
    readonly one: OwnHost,
    readonly two: OwnHost,
    readonly shared: string,
  ) {}

  /** @param qemu Further lines for each host's qemu.conf. */
  static async start(qemu: readonly string[] = []): Promise<HostPair> {
    const shared = await mkdtemp(join(tmpdir(), "shared-"));
    const [one, two] = await Promise.all([
      OwnHost.start("one", schemasHere, settingsOf(0, qemu)),
      OwnHost.start("two", schemasHere, settingsOf(1, qemu)),
    ]);
    const pair = new HostPair(one, two, shared);
    await joinByCable(one.libvirtd, two.libvirtd);
    return pair;
  }

  /** Pulls the cable, or puts it back. */
  async link(state: "up" | "down"): Promise<void> {
    await inNetworkOf(this.one.libvirtd, "ip", "link", "set", cable, state);
  }

  async stop(): Promise<void> {
    await Promise.all([this.one.stop(), this.two.stop()]);
    await rm(this.shared, { recursive: true, force: true });
  }
}

/** Joins two hosts by a cable. */
export async function joinByCable(one: PrivateLibvirtd, two: PrivateLibvirtd): Promise<void> {
  const peer = ["peer", "name", cable, "netns", String(two.namespace.pid)];
  await inNetworkOf(one, "ip", "link", "add", "name", cable, "type", "veth", ...peer);
  for (const [libvirtd, address] of [
    [one, addresses[0]],
    [two, addresses[1]],
  ] as const) {
    await inNetworkOf(libvirtd, "ip", "address", "add", `${address}/24`, "dev", cable);
    await inNetworkOf(libvirtd, "ip", "link", "set", cable, "up");
  }
}

/** What one of them needs in its configuration: to be told from the other, and to be reached by it. */
export function settingsOf(end: 0 | 1, qemu: readonly string[] = []): ExtraSettings {
  return {
    libvirtd: [`host_uuid = "${randomUUID()}"`],
    qemu: [`migration_host = "${addresses[end]}"`, `migration_address = "0.0.0.0"`, ...qemu],
  };
}

async function inNetworkOf({ namespace }: PrivateLibvirtd, ...command: string[]): Promise<void> {
  await run("nsenter", ["--target", String(namespace.pid), "--net", "--", ...command]);
}
