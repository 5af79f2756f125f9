import type { Logger } from "pino";
import { type Ability, able, need } from "../host/ability";
import type { Host } from "../host/host";
import { bootLogAsker } from "../host/kernel-log";
import { readNeighbours } from "../network/host/read-neighbours";
import { loadNetworks } from "../network/load-networks";
import type { NetworkSummary } from "../network/network.schema";
import { noSuchHost, noSuchVm } from "../not-there";
import type { HardwareReport } from "../pci/schema";
import type { ClusterMark } from "./cluster-mark.schema";
import { EventLog } from "./event-log";
import { HardwareWatch } from "./hardware-watch";
import { Inventory } from "./inventory";
import type { Maintenance } from "./maintenance.schema";
import { ManagedHost } from "./managed-host";
import { isActive, type VmRecord } from "./read-vm";
import { ResourceWatch } from "./resource-watch";
import type { FleetMessage, HostSummary, StatisticsSample, VmSummary } from "./schema";
import { StatisticsPoller } from "./statistics/poller";

/** Addresses change seldom and cost a call a network: they are asked for at most this often while someone looks. */
const addressIntervalMs = 10_000;

/** Every managed host, its VMs and what happened to them. */
export class Fleet {
  readonly events = new EventLog();
  readonly #inventory = new Inventory();
  readonly #hosts = new Map<string, ManagedHost>();
  readonly #pollers = new Map<string, StatisticsPoller>();
  readonly #hardware = new Map<string, Ability<HardwareWatch>>();
  readonly #networks = new Map<string, ResourceWatch<NetworkSummary[]>>();
  readonly #maintenance = new Map<string, Maintenance>();
  readonly #deviceListeners = new Set<(hostId: string) => void>();

  readonly #log: Logger;
  #started = false;

  constructor(machines: readonly Host[], log: Logger) {
    this.#log = log;
    for (const machine of machines) this.add(machine);
  }

  /** Manages one more host from now on. Its id has to be another one than the others'. */
  add(machine: Host): void {
    const { id, files } = machine;
    const log = this.#log;
    const hardware =
      files.value === null ? files : able(new HardwareWatch(files.value, log, bootLogAsker(machine.tools)));
    this.#hardware.set(id, hardware);
    const host: ManagedHost = new ManagedHost(machine, this.#inventory, this.events, log, {
      devices: () => {
        hardware.value?.refresh();
        for (const listener of this.#deviceListeners) listener(id);
      },
      resources: () => networks.refresh(),
    });
    const networks = new ResourceWatch(() => loadNetworks(host.current().connection), log);
    this.#networks.set(id, networks);
    this.#hosts.set(id, host);
    host.setMaintenance(this.maintenanceOf(id));
    this.#pollers.set(id, new StatisticsPoller(this.#statisticsSource(host), log));
    if (this.#started) host.start();
  }

  /** Manages a host no more: its connections are closed, and it is gone from every list. What runs there goes on. */
  async remove(hostId: string): Promise<void> {
    const host = this.host(hostId);
    for (const room of [this.#hosts, this.#pollers, this.#networks, this.#hardware]) room.delete(hostId);
    this.#inventory.removeHost(hostId);
    await host.stop();
    // What it has told meanwhile is of a host that nobody manages.
    this.#inventory.removeHost(hostId);
  }

  /** Marks a host as in maintenance, also before it is managed; null: no more. */
  setMaintenance(hostId: string, maintenance: Maintenance | null): void {
    if (maintenance === null) this.#maintenance.delete(hostId);
    else this.#maintenance.set(hostId, maintenance);
    this.#hosts.get(hostId)?.setMaintenance(maintenance);
  }

  /** Why no VM is to be started on a host; null where they are. */
  maintenanceOf(hostId: string): Maintenance | null {
    return this.#maintenance.get(hostId) ?? null;
  }

  /** Shows which cluster a host is a node of; null: none. */
  setCluster(hostId: string, cluster: ClusterMark | null): void {
    this.#hosts.get(hostId)?.setCluster(cluster);
  }

  start(): void {
    this.#started = true;
    for (const host of this.#hosts.values()) host.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#hosts.values()].map((host) => host.stop()));
  }

  /** Sends a snapshot and then deltas to `listener`, until the returned function is called. */
  watch(listener: (message: FleetMessage) => void): () => void {
    return this.#inventory.watch(listener);
  }

  /** Sends a host's figures to `listener` while it watches; reads them at least every `intervalMs`. */
  watchStatistics(
    hostId: string,
    intervalMs: number,
    listener: (sample: StatisticsSample) => void,
  ): () => void {
    const poller = this.#pollers.get(hostId);
    if (!poller) throw noSuchHost(hostId);
    return poller.watch(intervalMs, listener);
  }

  /** Sends a host's hardware to `listener` while it watches; null once where its files can't be read. */
  watchHardware(hostId: string, listener: (report: HardwareReport | null) => void): () => void {
    const hardware = this.#hardwareOf(hostId).value;
    if (hardware !== null) return hardware.watch(listener);
    listener(null);
    return () => undefined;
  }

  /** Calls `listener` when libvirt tells that a device of a host came, went or changed, until the returned function is called. */
  watchDevices(listener: (hostId: string) => void): () => void {
    this.#deviceListeners.add(listener);
    return () => void this.#deviceListeners.delete(listener);
  }

  /**
   * A host's hardware as pages show it: devices, drivers and groups as they are now, mounts and addresses some seconds
   * old at most, the rest a minute. An AppError "conflict" says why its files can't be read.
   */
  async shownHardware(hostId: string): Promise<HardwareReport> {
    return need(this.#hardwareOf(hostId)).latest();
  }

  /** Sends a host's virtual networks to `listener`, now and after each change, while it watches. */
  watchNetworks(hostId: string, listener: (networks: NetworkSummary[]) => void): () => void {
    return this.#networksOf(hostId).watch(listener);
  }

  /** What a network is called, as far as somebody looked at it before; null where nobody did. */
  networkName(hostId: string, uuid: string): string | null {
    const known = this.#networks.get(hostId)?.last ?? [];
    return known.find((network) => network.uuid === uuid.toLowerCase())?.name ?? null;
  }

  /** Has a host's networks read anew, after a change that libvirt has no event for. */
  refreshNetworks(hostId: string): void {
    this.#networksOf(hostId).refresh();
  }

  vmSummaries(): VmSummary[] {
    return this.#inventory.allVms();
  }

  hostSummaries(): HostSummary[] {
    return this.#inventory.allHosts();
  }

  /** The host called `hostId`; an AppError "not-found" where there is none. */
  host(hostId: string): ManagedHost {
    const host = this.#hosts.get(hostId);
    if (!host) throw noSuchHost(hostId);
    return host;
  }

  /** What is known of a VM; an AppError "not-found" where there is none. */
  vm(hostId: string, vmId: string): VmRecord {
    const record = this.#inventory.vm(this.host(hostId).machine.id, vmId.toLowerCase());
    if (!record) throw noSuchVm();
    return record;
  }

  /** As {@link vm}; null where nothing is known of it. */
  findVm(hostId: string, vmId: string): VmRecord | null {
    return this.#inventory.vm(hostId, vmId.toLowerCase()) ?? null;
  }

  vmsOf(hostId: string): VmRecord[] {
    return this.#inventory.vmsOf(hostId);
  }

  #networksOf(hostId: string): ResourceWatch<NetworkSummary[]> {
    const networks = this.#networks.get(hostId);
    if (!networks) throw noSuchHost(hostId);
    return networks;
  }

  #hardwareOf(hostId: string): Ability<HardwareWatch> {
    const hardware = this.#hardware.get(hostId);
    if (!hardware) throw noSuchHost(hostId);
    return hardware;
  }

  #statisticsSource(host: ManagedHost): ConstructorParameters<typeof StatisticsPoller>[0] {
    const { id: hostId, files } = host.machine;
    let addressesAt = 0;
    return {
      hostId,
      openConnection: () => host.openConnection(),
      running: () =>
        this.vmsOf(hostId)
          .filter(({ summary }) => isActive(summary.state))
          .map(({ handle }) => handle),
      beforeReading: async (connection) => {
        if (Date.now() - addressesAt < addressIntervalMs) return;
        addressesAt = Date.now();
        const neighbours = files.value === null ? null : await readNeighbours(files.value);
        await host
          .current()
          .refreshAddresses({ connection, agents: host.machine.libvirt.pool.agents }, neighbours);
      },
    };
  }
}
