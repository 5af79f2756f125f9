import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import type * as z from "zod";
import type { HostPair } from "@/e2e/libvirtd/host-pair";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Fleet } from "../../../fleet/fleet";
import type { Host } from "../../../host/host";
import type { Job } from "../../../job/job.schema";
import type { JobSpec, Jobs } from "../../../job/jobs";
import { Connection } from "../../../libvirt/connection";
import { unixDialer } from "../../../libvirt/dial/unix";
import type { planSchema } from "../../../plan.schema";
import type { Act } from "../../act";
import { adminRequest } from "../../admin-request.test-data";
import type { FilesOfVolume } from "../../create/kept-answers";
import type { PlannedAct } from "../../planned-act";
import { runAct } from "../../run-act";
import type { Services } from "../../services";
import { StorageRoom } from "../../storage/storage-room";
import type { HostKind } from "./host-kinds";
import { kindsKilledIn } from "./kill-tests";
import { deleteOrphanedBridges } from "./orphaned-bridges";
import { restoreWorld } from "./restore-world";
import { connect, connected, openRooms, type Rooms, silentLog } from "./rooms";
import { type Life, Victims } from "./victims";
import { readWorld, type WholeWorld } from "./whole-world";

const run = promisify(execFile);

interface ChangedHost {
  readonly kind: HostKind;
  readonly root: string;
}

/** A real libvirtd with a pool, "disks"; processes that are killed on it, and one that takes over after them. */
export class KillWorld {
  readonly #killed = new Set<string>();
  #connection: Connection;
  #crashes = 0;
  #onCrash: () => void = () => undefined;
  #revival: Promise<void> = Promise.resolve();
  /** Answer files that the processes have in memory which are killed; the servers after them have not. */
  kept: FilesOfVolume[] = [];
  /** What each server finds in its state folder; null: nothing. */
  stateTemplate: string | null = null;

  private constructor(
    readonly libvirtd: PrivateLibvirtd,
    readonly folder: string,
    readonly fleet: Fleet,
    connection: Connection,
    readonly victims: Victims,
    readonly hostRoot: string | null,
  ) {
    this.#connection = connection;
    libvirtd.onCrash = (signal) => {
      this.#revival = this.#revive(signal);
    };
  }

  get connection(): Connection {
    return this.#connection;
  }

  /**
   * @param parts What its host has beside libvirt, where a plan is to be made of it.
   * @param changed The host in a folder that the jobs change.
   */
  static async start(parts: Partial<Host> = {}, changed: ChangedHost | null = null): Promise<KillWorld> {
    return KillWorld.#over(await startPrivateLibvirtd(), parts, changed, null);
  }

  /** On the first of two hosts. */
  static async startOnTwo({ one, two }: HostPair): Promise<KillWorld> {
    return KillWorld.#over(one.libvirtd, {}, null, two.libvirtd.uri);
  }

  static async #over(
    libvirtd: PrivateLibvirtd,
    parts: Partial<Host>,
    changed: ChangedHost | null,
    secondUri: string | null,
  ): Promise<KillWorld> {
    // Outside of what libvirtd's namespace covers, so that both see it.
    const folder = await mkdtemp(join(tmpdir(), "kill-"));
    await mkdir(join(folder, "pool"));
    const pool = ["disks", "dir", "--target", join(folder, "pool")];
    await run("virsh", ["-q", "-c", libvirtd.uri, "pool-create-as", ...pool]);
    const [fleet, connection, victims] = await Promise.all([
      connect(libvirtd.uri, parts, secondUri),
      Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system"),
      Victims.begin(
        libvirtd.uri,
        changed?.kind ?? "",
        changed?.root ?? "",
        ...(secondUri === null ? [] : [secondUri]),
      ),
    ]);
    return new KillWorld(libvirtd, folder, fleet, connection, victims, changed?.root ?? null);
  }

  /** Jobs of that kind are killed here. */
  isKilled(kind: string): void {
    this.#killed.add(kind);
  }

  /** How often libvirtd has crashed by itself so far; resolves once it is there again. */
  async crashes(): Promise<number> {
    await this.#revival;
    return this.#crashes;
  }

  /**
   * Resolves when it is known whether libvirtd has crashed since it had `before` times: its connections end before it is told
   * how the process did, and one that answers has not.
   */
  async settled(before: number): Promise<void> {
    if (this.#crashes === before && !(await this.libvirtd.serves()) && this.#crashes === before)
      await new Promise<void>((resolve) => {
        this.#onCrash = resolve;
      });
  }

  /**
   * Starts libvirtd again, as libvirt 9.0 crashes once in some hundreds of clients that die amid a call (virObjectIsClass of
   * an object that is gone). What a job does meanwhile says nothing about the job.
   */
  async #revive(signal: string): Promise<void> {
    this.#crashes += 1;
    this.#onCrash();
    process.stdout.write(`libvirtd crashed (${signal}) and is started again\n`);
    await this.libvirtd.start();
    await deleteOrphanedBridges(this.libvirtd);
    this.#connection = await Connection.open(unixDialer(this.libvirtd.socketPath), "qemu:///system");
    await connected(this.fleet);
  }

  /** @throws Error where the test file has killed no job of a kind that it is to. */
  async stop(): Promise<void> {
    const file = basename(expect.getState().testPath ?? "");
    const missing = kindsKilledIn(file).filter((kind) => !this.#killed.has(kind));
    await this.#close();
    if (missing.length > 0)
      throw new Error(`${file} is where jobs are killed of the kind ${missing.join(", ")}, and none was`);
  }

  async #close(): Promise<void> {
    await this.victims.end();
    await this.connection.close();
    await this.fleet.stop();
    await this.libvirtd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @returns what virsh prints */
  async virsh(...words: string[]): Promise<string> {
    return (await run("virsh", ["-q", "-c", this.libvirtd.uri, ...words])).stdout.trim();
  }

  async define(xml: string, what = "define"): Promise<void> {
    const file = join(this.folder, "definition.xml");
    await writeFile(file, xml);
    await this.virsh(what, file);
  }

  /** All that may come of a job or be spoilt by it. */
  look(): Promise<WholeWorld> {
    const { libvirtd, folder } = this;
    const kept = ["lib/qemu/nvram", "lib/swtpm", "lib/images"].map((path) => join(libvirtd.folder, path));
    const ofHost =
      this.hostRoot === null
        ? []
        : ["etc", "boot", "usr", "sys/devices/system/node"].map((path) => join(this.hostRoot ?? "", path));
    return readWorld(this.connection, [join(folder, "pool"), ...kept, ...ofHost]);
  }

  /** Does an act here and now. */
  async ask<Input extends z.ZodType, Output extends z.ZodType>(
    act: Act<Input, Output>,
    input: z.output<Input>,
    jobs?: Pick<Jobs, "during" | "start">,
    more: Partial<Services> = {},
  ): Promise<z.input<Output>> {
    const { fleet } = this;
    const storage = new StorageRoom(fleet, silentLog);
    try {
      const services = { fleet, storage, ...(jobs && { jobs: jobs as Jobs }), ...more };
      return await runAct(act, adminRequest(services), input);
    } finally {
      await storage.uploads.stop();
    }
  }

  /** The job that an act would begin now, which it does not. */
  async jobOf<Input extends z.ZodType, Output extends z.ZodType>(
    act: Act<Input, Output>,
    input: z.output<Input>,
    more: Partial<Services> = {},
  ): Promise<JobSpec> {
    const specs: JobSpec[] = [];
    const jobs: Pick<Jobs, "during" | "start"> = {
      during: async (_claim, work) => work(),
      start: (spec) => {
        specs.push(spec);
        return { id: "00000000-0000-4000-8000-000000000000" } as ReturnType<Jobs["start"]>;
      },
    };
    await this.ask(act, input, jobs, more);
    const [spec] = specs;
    if (spec === undefined) throw new Error(`${act.name} began no job`);
    return spec;
  }

  /** As {@link jobOf}, of an act that shows a plan before. */
  async planned<Input extends z.ZodType, Agreed extends z.ZodType>(
    act: PlannedAct<Input, Agreed, typeof planSchema, z.ZodType>,
    input: z.output<Input> & object,
  ): Promise<JobSpec> {
    const { fingerprint } = await this.ask(act.plan, input);
    return this.jobOf(act.run, { ...input, fingerprint } as z.output<Agreed>);
  }

  /** Does `work` with a state folder that lasts no longer. */
  async withState<Value>(work: (dataFolder: string) => Promise<Value>): Promise<Value> {
    const folder = await mkdtemp(join(tmpdir(), "kill-state-"));
    if (this.stateTemplate !== null) await cp(this.stateTemplate, folder, { recursive: true });
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Does a job with nobody killed. */
  async carryOut(spec: JobSpec): Promise<Job> {
    return this.withState((folder) => this.takeOver(folder, ({ jobs }) => jobs.ended(jobs.start(spec).id)));
  }

  /** Has a process begin the job and die after that effect; null: it does not. */
  live(dataFolder: string, spec: JobSpec, killAt: number | null): Promise<Life> {
    const { pid } = this.libvirtd;
    return this.victims.carryOut({
      dataFolder,
      spec: { ...spec, steps: [...spec.steps], reserved: [...(spec.reserved ?? [])] },
      kept: this.kept.map(({ files, ...place }) => ({ ...place, files: [...files] })),
      killAt,
      libvirtd: pid,
    });
  }

  /** Does `work` with a server that finds what another has left in its state folder. */
  async takeOver<Value>(dataFolder: string, work: (rooms: Rooms) => Promise<Value>): Promise<Value> {
    const rooms = openRooms(this.fleet, dataFolder);
    try {
      return await work(rooms);
    } finally {
      rooms.close();
    }
  }

  /** Makes everything as it was, by libvirt itself. */
  async restore(before: WholeWorld): Promise<void> {
    await restoreWorld(this.connection, await this.look(), before);
  }
}
