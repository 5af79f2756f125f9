import { readNamedDevices, writeNamedDevices } from "../../domain/named-devices";
import type { Fleet } from "../../fleet/fleet";
import type { Maintenance } from "../../fleet/maintenance.schema";
import { buildRecord, type VmRecord } from "../../fleet/read-vm";
import type { Ability } from "../../host/ability";
import { need, unable } from "../../host/ability";
import type { HostTree } from "../../host/host-tree";
import { noSuchVm } from "../../not-there";
import { readHostReport } from "../../pci/read-host-report";
import { parseXml, serializeXml } from "../../xml/xml";
import { isSameRequest, type RequestChange } from "./change-request";

const namesIn = (document: ReturnType<typeof parseXml>) => readNamedDevices(document).map(({ name }) => name);

interface FakeVm {
  name: string;
  uuid: Uint8Array;
  saved: string;
  /** What it runs with; null of one that is off. */
  live: string | null;
  /** Whether its guest shuts down when it is asked to. */
  heeds: boolean;
}

/** A host's VMs without a libvirt: as much of both as starting VMs and shutting them down takes. */
export class FakeFleet {
  connection: "connected" | "lost" = "connected";
  /** null: the host starts VMs. */
  maintenance: Maintenance | null = null;
  /** By a VM's name: libvirt starts it once this has come. */
  readonly mayStart = new Map<string, Promise<void>>();
  /** The VMs that were asked to shut down. */
  readonly asked: string[] = [];
  readonly #vms = new Map<string, FakeVm>();
  readonly #hostId: string;
  readonly #files: Ability<HostTree>;

  constructor(hostId: string, files: Ability<HostTree>) {
    this.#hostId = hostId;
    this.#files = files;
  }

  /** Defines a VM that asks for names. */
  define(name: string, asks: readonly string[]): void {
    const uuid = new Uint8Array(16).fill(this.#vms.size + 1);
    // As libvirt's own are.
    uuid[6] = 0x41;
    uuid[8] = 0x81;
    const notes = asks.map((one) => `<passdeck:named-device name='${one}'/>`).join("");
    const saved = `<domain type='kvm'><name>${name}</name><metadata><passdeck:vm xmlns:passdeck='urn:passdeck:vm:1'>${notes}</passdeck:vm></metadata><os><type arch='x86_64' machine='q35'>hvm</type></os><devices/></domain>`;
    this.#vms.set(name, { name, uuid, saved, live: null, heeds: true });
  }

  remove(name: string): void {
    this.#vms.delete(name);
  }

  idOf(name: string): string {
    return this.#record(this.#of(name)).summary.id;
  }

  /** The cards that a VM runs with. */
  cardsOf(name: string): string[] {
    return this.#record(this.#of(name)).definition.passthrough;
  }

  isOn(name: string): boolean {
    return this.#of(name).live !== null;
  }

  /** As virsh does, without a card. */
  turnOn(name: string): void {
    const vm = this.#of(name);
    vm.live = vm.saved;
  }

  turnOff(name: string): void {
    this.#of(name).live = null;
  }

  /** Its guest does nothing when it is asked to shut down. */
  hang(name: string): void {
    this.#of(name).heeds = false;
  }

  /** The names that a VM asks for. */
  asksOf(name: string): string[] {
    return namesIn(parseXml(this.#of(name).saved));
  }

  /** As `changeRequest` does to a definition. */
  async changeRequest({ vmId, from, to }: RequestChange): Promise<void> {
    const vm = [...this.#vms.values()].find((one) => this.#record(one).summary.id === vmId);
    const document = parseXml(vm?.saved ?? "");
    if (vm === undefined || !isSameRequest(namesIn(document), from)) return;
    writeNamedDevices(document, to);
    vm.saved = serializeXml(document);
  }

  asFleet(): Fleet {
    const records = () => [...this.#vms.values()].map((vm) => this.#record(vm));
    const findVm = (_hostId: string, vmId: string) =>
      records().find(({ summary }) => summary.id === vmId.toLowerCase()) ?? null;
    const run = async (_what: string, work: (connection: unknown) => unknown) => work(this.#libvirt());
    const fleet = {
      vmsOf: records,
      vmSummaries: () => records().map(({ summary }) => summary),
      findVm,
      vm(hostId: string, vmId: string) {
        const found = findVm(hostId, vmId);
        if (found === null) throw noSuchVm();
        return found;
      },
      hostSummaries: () => [{ id: this.#hostId, connection: this.connection }],
      maintenanceOf: () => this.maintenance,
      watch: () => () => undefined,
      host: () => ({
        machine: { files: this.#files, writer: unable("not here"), managementConnection: () => null },
        run,
        runLong: run,
      }),
      shownHardware: () => readHostReport(need(this.#files)),
    };
    return fleet as unknown as Fleet;
  }

  #of(name: string): FakeVm {
    const found = this.#vms.get(name);
    if (found === undefined) throw new Error(`there is no VM ${name}`);
    return found;
  }

  #record({ name, uuid, saved, live }: FakeVm): VmRecord {
    const state = live === null ? "off" : "running";
    const facts = {
      persistent: true,
      autostart: false,
      hasSavedState: false,
      addresses: [],
      balloonBytes: null,
    };
    const handle = { name, uuid, id: live === null ? -1 : 1 };
    return buildRecord(this.#hostId, handle, { xml: live ?? saved }, { ...facts, state }, undefined);
  }

  /** Answers the calls that acts on VMs and the job make. */
  #libvirt() {
    const calls: Record<string, (given: { dom: { name: string }; xml_desc: string }) => unknown> = {
      domain_get_xml_desc: ({ dom }) => ({ xml: this.#of(dom.name).saved }),
      domain_get_state: ({ dom }) => ({ state: this.isOn(dom.name) ? 1 : 5, reason: 0 }),
      domain_create_xml: async ({ xml_desc }) => {
        const vm = this.#of(/<name>(.*?)<\/name>/.exec(xml_desc)?.[1] ?? "");
        await this.mayStart.get(vm.name);
        vm.live = xml_desc;
      },
      domain_shutdown_flags: ({ dom }) => {
        this.asked.push(dom.name);
        if (this.#of(dom.name).heeds) this.turnOff(dom.name);
      },
    };
    return {
      async call(name: string, given: { dom: { name: string }; xml_desc: string }) {
        const answer = calls[name];
        if (answer === undefined) throw new Error(`${name} is not in this test's libvirt`);
        return answer(given);
      },
    };
  }
}
