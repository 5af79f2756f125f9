import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, vi } from "vitest";
import type { CreateRequestInput } from "@/server/create/create-request.schema";
import { type ApiWorld, startApi } from "@/server/http/api-client.test-data";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "./private-libvirtd";

const run = promisify(execFile);
const mebibyte = 2 ** 20;

export const hostId = "local";
/** Test machines are shared, and may be slow. */
export const patience = { timeout: 60_000 };

export type Source = CreateRequestInput["source"];

/** A name that no VM has yet. */
export function newName(): string {
  return `made-${randomBytes(3).toString("hex")}`;
}

/** A VM of the wizard's with little in it. */
export function specification(
  name: string,
  disk: "empty" | "image" = "empty",
): Extract<Source, { kind: "specification" }> {
  const copyOf = disk === "image" ? { pool: "disks", volume: "cloud.qcow2" } : null;
  const volume = `${name}.qcow2`;
  return {
    kind: "specification",
    specification: {
      name,
      domainType: "qemu",
      memory: { bytes: 64 * mebibyte },
      cpu: { cores: 1 },
      firmware: { kind: "bios" },
      graphics: { kind: "none" },
      disks: [{ source: { kind: "new-volume", pool: "disks", volume, bytes: 16 * mebibyte, copyOf } }],
    },
  };
}

/** A real libvirtd with a pool called "disks" that holds an image, and the API that makes VMs there. */
export class CreateRig {
  private constructor(
    readonly libvirtd: PrivateLibvirtd,
    readonly world: ApiWorld,
    /** Holds the pool's folder, "pool". */
    readonly folder: string,
  ) {}

  static async start(): Promise<CreateRig> {
    const libvirtd = await startPrivateLibvirtd();
    // Outside of what libvirtd's namespace covers, so that both see it.
    const folder = await mkdtemp(join(tmpdir(), "create-"));
    const pool = join(folder, "pool");
    await mkdir(pool);
    const image = join(pool, "cloud.qcow2");
    await run("qemu-img", ["create", "-q", "-f", "qcow2", image, "8M"]);
    await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 1M", image]);
    await run("virsh", ["-q", "-c", libvirtd.uri, "pool-create-as", "disks", "dir", "--target", pool]);
    const rig = new CreateRig(
      libvirtd,
      await startApi(libvirtd.uri, { dataFolder: join(folder, "state") }),
      folder,
    );
    await vi.waitUntil(() => rig.choices().catch(() => null), patience);
    return rig;
  }

  /** All that Passdeck keeps, byte by byte. */
  async kept(): Promise<string> {
    const state = join(this.folder, "state");
    const files = (await readdir(state, { withFileTypes: true })).filter((entry) => entry.isFile());
    const contents = await Promise.all(files.map(({ name }) => readFile(join(state, name), "latin1")));
    return contents.join("\n");
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await this.libvirtd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get api(): ApiWorld["api"] {
    return this.world.api;
  }

  choices(): ReturnType<ApiWorld["api"]["create"]["choices"]["query"]> {
    return this.api.create.choices.query({ hostId });
  }

  /** @returns what virsh prints */
  async virsh(...words: string[]): Promise<string> {
    return (await run("virsh", ["-q", "-c", this.libvirtd.uri, ...words])).stdout.trim();
  }

  /** Resolves when what was planned for `source` has ended. */
  async make(source: Source, start = false) {
    const request = { source, start };
    const { plan, findings, xml } = await this.api.create.plan.mutate({ hostId, request });
    expect(plan.refusal).toBeNull();
    const { fingerprint } = plan;
    const { jobId, vmId } = await this.api.create.run.mutate({ hostId, request, fingerprint });
    return { job: await this.world.jobEnded(jobId), vmId, findings, xml, plan };
  }

  /** Resolves when Passdeck knows of a VM. */
  async known(name: string): Promise<void> {
    await vi.waitUntil(async () => (await this.choices()).vmNames.includes(name), patience);
  }

  async volumes(): Promise<string[]> {
    const lines = (await this.virsh("vol-list", "disks")).split("\n");
    return lines.flatMap((line) => line.trim().split(/\s+/)[0] || []);
  }

  async vms(): Promise<string[]> {
    return (await this.virsh("list", "--all", "--name")).split("\n").filter((line) => line !== "");
  }
}
