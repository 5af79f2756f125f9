import type { Connection } from "../../libvirt/connection";
import { domainEventId, domainEventType, domainUndefineFlags } from "../../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../../libvirt/protocol/procedures.gen";
import { demoDomainXml } from "../demo-domain-xml";
import { type DemoVm, demoVms } from "../demo-vms";
import { type GuestDefinition, readGuest } from "./guest-definition";
import type { StartedHost } from "./kernel-files";

type DomainHandle = ProcedureArguments["domain_get_xml_desc"]["dom"];

const vfio = "vfio-pci";
const undefineAll = domainUndefineFlags.MANAGED_SAVE | domainUndefineFlags.SNAPSHOTS_METADATA;

/**
 * The VMs of the made-up host. libvirt's test driver has them, which knows no devices: which cards they get, and when they
 * get them back, is seen to here, as libvirt's QEMU driver does it.
 */
export class MadeUpVms {
  readonly #connection: Connection;
  readonly #host: StartedHost;
  /** Cards that were taken from the host for a VM, by its UUID: they go back when it stops. */
  readonly #taken = new Map<string, string[]>();
  readonly #startedAt = new Map<string, number>();

  /** @param connection Kept for as long as the demo runs: the test driver forgets everything with its last one. */
  constructor(connection: Connection, host: StartedHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Is told from now on what starts and stops. */
  async follow(): Promise<void> {
    this.#connection.on("domain_event_callback_lifecycle", ({ msg: { dom, event } }) => {
      if (event === domainEventType.STARTED) this.#startedAt.set(keyOf(dom), performance.now());
      if (event === domainEventType.STOPPED || event === domainEventType.CRASHED) this.#giveBack(keyOf(dom));
    });
    const lifecycle = { eventID: domainEventId.LIFECYCLE, dom: null };
    await this.#connection.call("connect_domain_event_callback_register_any", lifecycle);
  }

  /** Makes the demo's VMs in place of all that are there, and starts what a new host runs. */
  async seed(): Promise<void> {
    const { type } = await this.#connection.call("connect_get_type");
    if (type !== "TEST")
      throw new Error(`the demo's libvirt is no test driver (${type}): its VMs are left alone`);
    for (const dom of await this.#all()) {
      await this.#stop(dom);
      await this.#connection.call("domain_undefine_flags", { dom, flags: undefineAll });
    }
    for (const vm of demoVms) await this.#define(vm);
  }

  /** Ends all VMs, as a restart of the host does. */
  async stopAll(): Promise<void> {
    for (const dom of await this.#all()) await this.#stop(dom);
  }

  /** Starts the VMs that start with the host, as far as their cards are there. */
  async startWithHost(): Promise<void> {
    for (const dom of await this.#all()) {
      const { autostart } = await this.#connection.call("domain_get_autostart", { dom });
      if (autostart === 0 || (await this.beforeStart(dom)) !== null) continue;
      await this.#connection.call("domain_create_with_flags", { dom, flags: 0 });
    }
  }

  /** Takes a VM's cards from the host. @returns why it can't start, in libvirt's words; null where it can. */
  async beforeStart(dom: DomainHandle): Promise<string | null> {
    const { cards } = await this.guestOf(dom);
    const { bus, files, devices } = this.#host;
    for (const { address, managed } of cards) {
      const place = devices.find((device) => device.address === address)?.place;
      if (place === undefined)
        return `Device ${address} not found: could not access /sys/bus/pci/devices/${address}/config: No such file or directory`;
      if (files.target(`${place}/iommu_group`) === null)
        return "unsupported configuration: host doesn't support passthrough of host PCI devices";
      if (!managed && bus.driverOf(address) !== vfio)
        return `unsupported configuration: Unmanaged PCI device ${address} must be manually detached from the host`;
    }
    const taken = cards.map(({ address }) => address).filter((address) => bus.driverOf(address) !== vfio);
    for (const address of taken) {
      bus.detach(address);
      bus.choose(address, vfio);
      bus.attach(address, vfio);
    }
    this.#taken.set(keyOf(dom), [...(this.#taken.get(keyOf(dom)) ?? []), ...taken]);
    return null;
  }

  /** A VM as it is defined, and when it was started: of `performance.now()`. */
  async runOf(dom: DomainHandle): Promise<{ guest: GuestDefinition; startedAt: number }> {
    return {
      guest: await this.guestOf(dom),
      startedAt: this.#startedAt.get(keyOf(dom)) ?? performance.now(),
    };
  }

  async guestOf(dom: DomainHandle): Promise<GuestDefinition> {
    return readGuest((await this.#connection.call("domain_get_xml_desc", { dom, flags: 0 })).xml);
  }

  #giveBack(vm: string): void {
    const { bus, devices } = this.#host;
    for (const address of this.#taken.get(vm) ?? []) {
      const own = devices.find((device) => device.address === address)?.driver ?? null;
      bus.detach(address);
      bus.choose(address, "");
      if (own !== null) bus.attach(address, own);
    }
    this.#taken.delete(vm);
  }

  async #stop(dom: DomainHandle): Promise<void> {
    const { active } = await this.#connection.call("domain_is_active", { dom });
    if (active !== 0) await this.#connection.call("domain_destroy_flags", { dom, flags: 0 });
  }

  async #define(vm: DemoVm): Promise<void> {
    const call = this.#connection;
    const { dom } = await call.call("domain_define_xml_flags", { xml: demoDomainXml(vm), flags: 0 });
    if (vm.autostart) await call.call("domain_set_autostart", { dom, autostart: 1 });
    if (vm.state === "off") return;
    await call.call("domain_create_with_flags", { dom, flags: 0 });
    if (vm.state === "paused") await call.call("domain_suspend", { dom });
    if (vm.state === "saved") await call.call("domain_managed_save", { dom, flags: 0 });
  }

  async #all(): Promise<DomainHandle[]> {
    return (await this.#connection.call("connect_list_all_domains", { need_results: 1, flags: 0 })).domains;
  }
}

function keyOf({ uuid }: DomainHandle): string {
  return Buffer.from(uuid).toString("hex");
}
