import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import * as z from "zod";
import { AppError } from "../errors";
import { Fleet } from "../fleet/fleet";
import { able } from "../host/ability";
import { folderTree } from "../host/folder-tree";
import { testHost } from "../host/test-host.test-data";
import type { Jobs } from "../job/jobs";
import { newJobs, openTestDatabase } from "../job/test-world.test-data";
import type { NetworkSummary } from "../network/network.schema";
import { type CreateNetworkRequest, createNetworkSchema } from "../network/network-request.schema";
import type { planSchema } from "../plan.schema";
import type { Act } from "../work/act";
import { adminRequest } from "../work/admin-request.test-data";
import { createNetwork, createNetworkKind } from "../work/network/create";
import { deleteNetworkKind } from "../work/network/delete";
import { editNetworkKind } from "../work/network/edit";
import type { NetworkReference } from "../work/network/on-network";
import { startNetworkKind } from "../work/network/start";
import { stopNetworkKind } from "../work/network/stop";
import type { PlannedAct } from "../work/planned-act";
import { runAct } from "../work/run-act";
import type { ElementPlan } from "../xml/build-xml";

const run = promisify(execFile);
const silent = pino({ level: "silent" });

export const hostId = "local";

/** A network that leads nowhere: 192.168.third.1/24, with DHCP, and an IPv6 network without. */
export function isolated(name: string, third: number): CreateNetworkRequest {
  return createNetworkSchema.parse({
    mode: "isolated",
    name,
    autostart: true,
    ipv4: {
      address: `192.168.${third}.1`,
      prefix: 24,
      dhcp: { start: `192.168.${third}.10`, end: `192.168.${third}.99` },
    },
    ipv6: { address: `fd00:0:0:${third}::1`, prefix: 64, dhcp: null },
    domain: "lab.home.arpa",
    dns: true,
  });
}

/** What a page of networks would show. */
class Page {
  networks: NetworkSummary[] = [];
  #wake: () => void = () => undefined;

  readonly listen = (networks: NetworkSummary[]) => {
    this.networks = networks;
    this.#wake();
  };

  byName(name: string): NetworkSummary | undefined {
    return this.networks.find((network) => network.name === name);
  }

  /** Resolves once `holds` does; the test's time-out is the bound. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

/** What is needed of a libvirtd of the test's own. */
interface TestLibvirtd {
  uri: string;
  folder: string;
  stop(): Promise<void>;
}

/** A real libvirtd with a fleet of it, somebody who looks at its networks, and a folder for the host's files. */
export class NetworkRig {
  readonly page = new Page();
  readonly fleet: Fleet;
  readonly #domains: string[] = [];
  readonly #database = openTestDatabase();
  readonly #jobs: Jobs;

  private constructor(
    readonly libvirtd: TestLibvirtd,
    readonly folder: string,
  ) {
    const host = testHost(hostId, libvirtd.uri, { files: able(folderTree(folder)) });
    this.fleet = new Fleet([host], silent);
    const kinds = [createNetworkKind, editNetworkKind, startNetworkKind, stopNetworkKind, deleteNetworkKind];
    this.#jobs = newJobs(
      this.#database,
      kinds.map((kind) => kind(this)),
    );
  }

  /** @param libvirtd Ends with the rig. */
  static async start(libvirtd: TestLibvirtd): Promise<NetworkRig> {
    const folder = await mkdtemp(join(tmpdir(), "networks-"));
    await mkdir(join(folder, "proc/net"), { recursive: true });
    const rig = new NetworkRig(libvirtd, folder);
    rig.fleet.watchNetworks(hostId, rig.page.listen);
    rig.fleet.start();
    await new Promise<void>((resolve) => {
      rig.fleet.watch(({ hosts }) => {
        if (hosts.some(({ connection }) => connection === "connected")) resolve();
      });
    });
    return rig;
  }

  readonly virsh = async (...words: string[]): Promise<string> =>
    (await run("virsh", ["-q", "-c", this.libvirtd.uri, ...words])).stdout.trim();

  newName(): string {
    return `net-${randomBytes(4).toString("hex")}`;
  }

  reference(name: string): NetworkReference {
    return { hostId, uuid: this.page.byName(name)?.uuid ?? "" };
  }

  /** Does an act as an administrator, and its job where it begins one. */
  async do<Input extends z.ZodType, Output extends z.ZodType>(
    act: Act<Input, Output>,
    input: z.output<Input>,
  ): Promise<z.input<Output>> {
    const answer = await runAct(act, adminRequest({ fleet: this.fleet, jobs: this.#jobs }), input);
    const started = z.object({ jobId: z.guid() }).safeParse(answer);
    if (!started.success) return answer;
    const { state, problem } = await this.#jobs.ended(started.data.jobId);
    if (state === "done") return answer;
    throw new AppError("host-refused", { userMessage: problem ?? state });
  }

  /** As {@link do}, of an act that shows a plan before: what was shown is agreed to. */
  async carryOut<Input extends z.ZodType, Agreed extends z.ZodType>(
    { plan, run: begin }: PlannedAct<Input, Agreed, typeof planSchema, z.ZodType>,
    input: z.output<Input> & object,
  ): Promise<void> {
    const { fingerprint } = await this.do(plan, input);
    await this.do(begin, { ...input, fingerprint } as z.output<Agreed>);
  }

  async make(network: CreateNetworkRequest): Promise<void> {
    await this.do(createNetwork, { hostId, network });
    await this.page.until(() => this.page.byName(network.name)?.active === true);
  }

  /** A VM with a network card, which runs. @param domainXml Writes a definition with further devices. */
  async startVmOn(
    network: string,
    domainXml: (name: string, devices: ElementPlan[]) => string,
  ): Promise<string> {
    const name = this.newName();
    const path = join(this.folder, "domain.xml");
    const card = {
      name: "interface",
      attributes: { type: "network" },
      children: [{ name: "source", attributes: { network } }],
    };
    await writeFile(path, domainXml(name, [card]));
    await this.virsh("define", path);
    this.#domains.push(name);
    await this.virsh("start", name);
    const isKnown = () => this.fleet.vmsOf(hostId).some(({ summary }) => summary.name === name);
    await new Promise<void>((resolve) => {
      const stop = this.fleet.watch(() => {
        if (!isKnown()) return;
        queueMicrotask(() => stop());
        resolve();
      });
    });
    return name;
  }

  /** Removes the VMs and networks of a test. */
  async clean(): Promise<void> {
    for (const name of this.#domains.splice(0)) {
      await this.virsh("destroy", name).catch(() => undefined);
      await this.virsh("undefine", name);
    }
    for (const { name } of this.page.networks.filter((network) => network.name.startsWith("net-"))) {
      await this.virsh("net-destroy", name).catch(() => undefined);
      await this.virsh("net-undefine", name).catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    await this.fleet.stop();
    this.#database.close();
    await this.libvirtd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
