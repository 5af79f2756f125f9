import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, vi } from "vitest";
import type { PlannedEdit } from "../../../create/desktop/desktop.schema";
import { DefinitionVersions } from "../../../database/definition-versions";
import { patternsOfDomains } from "../../../domain/changes/grammar/domain-patterns";
import { deviceForm } from "../../../domain/devices/device-forms.schema";
import type { DeviceKind } from "../../../domain/devices/device-kind.schema";
import type { Values } from "../../../domain/fields/field.schema";
import type { Hardware } from "../../../domain/hardware/hardware.schema";
import type { HardwareEdit } from "../../../domain/hardware/hardware-edit.schema";
import { readHardware } from "../../../domain/hardware/read-hardware";
import { Fleet } from "../../../fleet/fleet";
import { testHost } from "../../../host/test-host.test-data";
import type { Job } from "../../../job/job.schema";
import type { Jobs } from "../../../job/jobs";
import { newJobs, openTestDatabase, silentLog } from "../../../job/test-world.test-data";
import { parseXml } from "../../../xml/xml";
import { LiveDomain } from "../../attach/live-domain";
import { DefinitionHistory } from "../../definition/definition-history";
import { hardwareKind } from "../hardware-kind";
import { planHardware } from "../plan-hardware";

const run = promisify(execFile);
export const hostId = "local";

/** A libvirtd that is there for these tests alone. */
interface OwnLibvirtd {
  uri: string;
  stop(): Promise<void>;
}

/** What a definition is made of. */
interface Ground {
  folder: string;
  name: string;
  /** `<controller>`s that devices can be plugged into while the VM runs. */
  ports: string;
}

const ports = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((index) => `<controller type='pci' index='${index}' model='pcie-root-port'/>`)
  .join("");

/** How long a guest may take to let go of a device: one that does not ever is soon found out in tests. */
const unplugMs = 6_000;

/** A real libvirtd with one VM, whose hardware is changed by jobs as the product does it. */
export class HardwareWorld {
  private constructor(
    readonly libvirtd: OwnLibvirtd,
    readonly folder: string,
    readonly name: string,
    readonly vmId: string,
    readonly fleet: Fleet,
    readonly database: ReturnType<typeof openTestDatabase>,
    readonly definitions: DefinitionHistory,
  ) {}

  /**
   * @param libvirtd goes with it.
   * @param domainXml makes the VM's definition, and the files that it names.
   */
  static async open(
    libvirtd: OwnLibvirtd,
    domainXml: (ground: Ground) => Promise<string>,
  ): Promise<HardwareWorld> {
    const folder = await mkdtemp(join(tmpdir(), "hardware-"));
    const name = `hardware-${randomBytes(4).toString("hex")}`;
    const file = join(folder, "domain.xml");
    await writeFile(file, await domainXml({ folder, name, ports }));
    await virsh(libvirtd, "define", file);
    const vmId = await virsh(libvirtd, "domuuid", name);
    const fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
    fleet.start();
    await vi.waitUntil(() => fleet.vmsOf(hostId).length > 0, { timeout: 60_000, interval: 20 });
    const database = openTestDatabase();
    const definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
    return new HardwareWorld(libvirtd, folder, name, vmId, fleet, database, definitions);
  }

  async close(): Promise<void> {
    await this.fleet.stop();
    await this.virsh("destroy", this.name).catch(() => undefined);
    await this.virsh("undefine", this.name, "--nvram", "--tpm").catch(() => undefined);
    await this.libvirtd.stop();
    this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  virsh(...words: string[]): Promise<string> {
    return virsh(this.libvirtd, ...words);
  }

  definition(): Promise<string> {
    return this.virsh("dumpxml", this.name, "--inactive", "--security-info");
  }

  /** Has libvirt take over a definition, as somebody else does. */
  async define(domainXml: string): Promise<void> {
    const file = join(this.folder, "domain.xml");
    await writeFile(file, domainXml);
    await this.virsh("define", file);
  }

  running(): Promise<string> {
    return this.virsh("dumpxml", this.name);
  }

  async hardware(): Promise<Hardware> {
    const { saved, live } = await new LiveDomain(this.fleet, hostId, this.vmId).describe();
    return readHardware(parseXml(saved), live === null ? null : parseXml(live));
  }

  /** The first device of a kind. */
  async device(kind: string): Promise<Hardware["devices"][number] | undefined> {
    return (await this.hardware()).devices.find((one) => one.kind === kind);
  }

  /** Of a device by its key, or of a part of the machine by its id. */
  async values(key: string): Promise<Values | undefined> {
    const { sections, devices } = await this.hardware();
    return [...sections.map(({ id, values }) => ({ key: id, values })), ...devices].find(
      (one) => one.key === key,
    )?.values;
  }

  /** A change from what is now. */
  async change(key: string, to: Values): Promise<HardwareEdit> {
    const now: Values = (await this.values(key)) ?? {};
    const from = Object.fromEntries(Object.keys(to).map((field) => [field, now[field] ?? null]));
    return { act: "change", key, from, to };
  }

  /** The removal of the first device of a kind. */
  async removal(kind: string): Promise<HardwareEdit> {
    const device = await this.device(kind);
    return { act: "remove", key: device?.key ?? "", digest: device?.digest ?? "" };
  }

  jobs(): Jobs {
    const { fleet, definitions } = this;
    return newJobs(this.database, [hardwareKind({ fleet, definitions, unplugMs })]);
  }

  async planned(edit: PlannedEdit, alsoLive = true): Promise<ReturnType<typeof planHardware>> {
    const described = await new LiveDomain(this.fleet, hostId, this.vmId).describe();
    const vm = { id: this.vmId, name: this.name, ...described, hostCpus: 2, others: [] };
    const { machine } = this.fleet.host(hostId);
    return planHardware(
      vm,
      { edit, alsoLive, by: "ada" },
      [],
      await patternsOfDomains(machine.schemas.value),
    );
  }

  async carryOut(
    edit: PlannedEdit,
    alsoLive = true,
  ): Promise<{ plan: ReturnType<typeof planHardware>["plan"]; job: Job }> {
    const { plan, input } = await this.planned(edit, alsoLive);
    expect(plan.refusal).toBeNull();
    const jobs = this.jobs();
    const { title, kind, steps } = plan;
    const { id } = jobs.start({ title, kind, steps, hostId, subjects: [this.vmId], startedBy: "ada", input });
    return { plan, job: await jobs.ended(id) };
  }

  /** `carryOut` of what has to succeed. */
  async done(edit: PlannedEdit, alsoLive = true): Promise<ReturnType<typeof planHardware>["plan"]> {
    const { plan, job } = await this.carryOut(edit, alsoLive);
    expect(job).toMatchObject({ state: "done", problem: null });
    return plan;
  }
}

/** A new device as its form opens, with what a person fills in. */
export function newDevice(kind: DeviceKind, more: Values = {}): HardwareEdit {
  return { act: "add", kind, values: { ...deviceForm(kind).fresh, ...more }, newVolume: null };
}

async function virsh({ uri }: OwnLibvirtd, ...words: string[]): Promise<string> {
  return (await run("virsh", ["-q", "-c", uri, ...words])).stdout.trim();
}
