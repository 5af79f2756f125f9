import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import type { ElementPlan } from "@/server/xml/build-xml";
import { type ApiWorld, startApiOf } from "../http/api-client.test-data";
import { noDownloads } from "../http/test-server.test-data";
import type { Job } from "../job/job.schema";

const run = promisify(execFile);
export const patience = { timeout: 60_000, interval: 20 };

type Api = ApiWorld["api"];
export type MoveRequest = Parameters<Api["move"]["plan"]["mutate"]>[0];

/** Two hosts with a pool "shared" that both have and a pool "images" of each one's own, and a Passdeck that has both. */
export class MovingVms {
  private constructor(
    readonly pair: HostPair,
    readonly world: ApiWorld,
  ) {}

  /** @param qemu Further lines for each host's qemu.conf. */
  static async start(qemu: readonly string[] = []): Promise<MovingVms> {
    const pair = await HostPair.start(qemu);
    await mkdir(join(pair.shared, "pool"));
    for (const host of [pair.one, pair.two]) {
      await host.virsh("pool-create-as", "shared", "dir", "--target", join(pair.shared, "pool"));
      await host.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
    }
    const world = await startApiOf(async () => ({
      hosts: [pair.one.host(), pair.two.host()],
      downloads: noDownloads,
      close: async () => undefined,
    }));
    return new MovingVms(pair, world);
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await this.pair.stop();
  }

  /** Takes away what a test has left. */
  async clear(): Promise<void> {
    await this.pair.link("up");
    if (!(await this.pair.two.libvirtd.serves())) await this.pair.two.libvirtd.start();
    for (const host of [this.pair.one, this.pair.two]) {
      for (const name of (await host.virsh("list", "--all", "--name")).split("\n").filter(Boolean)) {
        await host.virsh("destroy", name).catch(() => undefined);
        await host.virsh("undefine", name, "--nvram", "--tpm", "--managed-save").catch(() => undefined);
      }
      for (const pool of ["shared", "images"])
        for (const name of await volumesOf(host, pool))
          await host.virsh("vol-delete", name, "--pool", pool).catch(() => undefined);
    }
  }

  /** Defines a VM on the first host, and starts it. @returns its id */
  async started(name: string, devices: readonly ElementPlan[] = []): Promise<string> {
    const vmId = await this.defined(name, devices);
    await this.pair.one.virsh("start", name);
    return vmId;
  }

  /** Defines a VM on the first host. @param edit Of its definition. @returns its id */
  async defined(
    name: string,
    devices: readonly ElementPlan[] = [],
    edit = (xml: string) => xml,
  ): Promise<string> {
    const vmId = randomUUID();
    const xml = bareDomainXml(name, devices).replace("<memory", `<uuid>${vmId}</uuid><memory`);
    await this.pair.one.define(edit(xml));
    return vmId;
  }

  /** Has Passdeck find a file at that path of the host. */
  async lay(host: "one" | "two", path: string): Promise<void> {
    const file = join(this.pair[host].kernel.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "");
  }

  /** A disk on the first host with 8 MiB of 0x5a in it. @returns its path there */
  async madeDisk(pool: "shared" | "images", name: string): Promise<string> {
    const { one } = this.pair;
    await one.virsh("vol-create-as", pool, name, "64M", "--format", "qcow2");
    const path = await one.virsh("vol-path", name, "--pool", pool);
    await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 8M", seenFromHere(one, path)]);
    return path;
  }

  /** The plan, once Passdeck knows of the VM and whether it runs. */
  planned(request: MoveRequest, live = true) {
    return vi.waitUntil(async () => {
      const plan = await this.world.api.move.plan.mutate(request).catch(() => null);
      return plan?.live === live ? plan : null;
    }, patience);
  }

  async begin(request: MoveRequest, live = true): Promise<string> {
    const { plan } = await this.planned(request, live);
    expect(plan.refusal).toBeNull();
    const { fingerprint } = plan;
    return (await this.world.api.move.run.mutate({ ...request, fingerprint })).jobId;
  }

  async ended(request: MoveRequest, live = true): Promise<Job> {
    return this.world.jobEnded(await this.begin(request, live));
  }

  /** Waits until the second host has the VM in that state; "absent" where it has none. */
  async isOnTwo(name: string, state: string): Promise<void> {
    await vi.waitUntil(async () => (await stateOn(this.pair.two, name)) === state, patience);
  }
}

export function toTwo(vmId: string): MoveRequest {
  return { hostId: "one", vmId, targetHostId: "two" };
}

export function stateOn(host: OwnHost, name: string): Promise<string> {
  return host.virsh("domstate", name).catch(() => "absent");
}

export async function volumesOf(host: OwnHost, pool: string): Promise<string[]> {
  const lines = (await host.virsh("vol-list", pool)).split("\n");
  return lines.flatMap((line) => line.trim().split(/\s+/)[0] || []);
}

/** Where a path of a host stands on this machine. */
export function seenFromHere({ libvirtd }: OwnHost, path: string): string {
  return path.replace(/^\/var\/lib\/libvirt/, join(libvirtd.folder, "lib"));
}

/** The pattern that `madeDisk` wrote is there. */
export async function expectPattern(file: string): Promise<void> {
  const { stdout } = await run("qemu-io", ["-f", "qcow2", "-c", "read -P 0x5a 0 8M", file]);
  expect(stdout).not.toContain("Pattern verification failed");
}
