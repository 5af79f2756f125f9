import type { Logger } from "pino";
import type { VmKey } from "../../database/definition-versions";
import { aliasPrefix } from "../../domain/usb-ports";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import { domainAffect } from "../../libvirt/protocol/constants.gen";
import type { CarriedDevice } from "../../pci/carried.schema";
import { LiveDomain } from "../attach/live-domain";
import type { DefinitionHistory } from "../definition/definition-history";
import { unplug, unplugPatienceMs } from "../live/unplug";
import { oneAtATime } from "../one-at-a-time";
import { KnownPorts, keyOf } from "./known-ports";
import { type PortActs, pluggedXml, portActs } from "./port-acts";

interface UsbPortsParts {
  fleet: Pick<Fleet, "host" | "vm" | "findVm" | "watch" | "watchHardware">;
  definitions: Pick<DefinitionHistory, "watch" | "versions">;
  log: Logger;
}

/** A host with VMs that have ports. */
interface WatchedHost {
  /** VMs that run and have ports, or something of one. */
  vms: Set<string>;
  look(): void;
  /** What is plugged in; null before it was seen. */
  carried: readonly CarriedDevice[] | null;
  /** Ends the look at its hardware; null while no VM that runs has a port. */
  stop: (() => void) | null;
}

/**
 * Keeps running VMs with what is plugged into their USB ports: libvirt finds a device by its port at a start at best, and
 * a device that is plugged in again is another one to it.
 */
export class UsbPorts {
  readonly #parts: UsbPortsParts;
  readonly #known: KnownPorts;
  readonly #hosts = new Map<string, WatchedHost>();
  /** By VM and port: why its device is not in the VM, and which attempt that was. */
  readonly #problems = new Map<string, { why: string; attempt: string }>();
  readonly #listeners = new Set<(vm: VmKey) => void>();

  constructor(parts: UsbPortsParts) {
    this.#parts = parts;
    this.#known = new KnownPorts(parts.definitions.versions);
  }

  /** Why a VM has not what is plugged into a port; null where nothing went wrong. */
  problemOf(vm: VmKey, port: string): string | null {
    return this.#problems.get(`${keyOf(vm)} ${port}`)?.why ?? null;
  }

  /** Calls `listener` with each VM of which a problem came or went, until the returned function is called. */
  watch(listener: (vm: VmKey) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows VMs, their definitions and the ports, until the returned function is called. */
  follow(): () => void {
    const { fleet, definitions } = this.#parts;
    const stops = [
      fleet.watch(({ vms }) => {
        for (const { hostId, id, state } of vms) {
          // What ended may have had what another one waits for.
          if (!isActive(state)) this.#forgetAttempts(hostId);
          this.#see({ hostId, vmId: id });
        }
      }),
      definitions.watch((vm) => {
        this.#known.read(vm);
        this.#see(vm);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const host of this.#hosts.values()) rest(host);
    };
  }

  /** Looks at one VM alone: a host has many, and hears of each often. */
  #see(vm: VmKey): void {
    const host = this.#hosts.get(vm.hostId) ?? this.#newHost(vm.hostId);
    const isNew = this.#isConcerned(vm);
    const wasThere = host.vms.delete(vm.vmId);
    if (isNew) host.vms.add(vm.vmId);
    if (host.vms.size === 0) rest(host);
    else if (host.stop === null) {
      host.stop = this.#parts.fleet.watchHardware(vm.hostId, (report) => {
        host.carried = report?.carried ?? null;
        host.look();
      });
    } else if (isNew || wasThere) host.look();
  }

  /** Whether a VM runs and has ports, or has something of one that is its no longer. */
  #isConcerned({ hostId, vmId }: VmKey): boolean {
    const record = this.#parts.fleet.findVm(hostId, vmId);
    if (record === null || !isActive(record.summary.state)) return false;
    return this.#known.of({ hostId, vmId }).length > 0 || record.xml.includes(aliasPrefix);
  }

  /** One look at a time for each host, however often it begins and ends. */
  #newHost(hostId: string): WatchedHost {
    const look = oneAtATime(() => this.#lookAt(hostId));
    const host: WatchedHost = { vms: new Set(), look, carried: null, stop: null };
    this.#hosts.set(hostId, host);
    return host;
  }

  async #lookAt(hostId: string): Promise<void> {
    const host = this.#hosts.get(hostId);
    const carried = host?.carried ?? null;
    if (host === undefined || carried === null) return;
    for (const vmId of [...host.vms]) {
      await this.#serve({ hostId, vmId }, carried).catch((error: unknown) =>
        this.#parts.log.warn({ err: error, vm: vmId }, "could not look at a VM's USB ports"),
      );
    }
  }

  async #serve(vm: VmKey, carried: readonly CarriedDevice[]): Promise<void> {
    const { live } = await new LiveDomain(this.#parts.fleet, vm.hostId, vm.vmId).describe();
    if (live === null) return;
    const ports = this.#known.of(vm);
    const acts = portActs(ports, carried, live);
    const now = new Map(acts.left.map(({ port, why }) => [port, { why, attempt: why }]));
    for (const one of acts.unplug)
      await this.#try(now, one.port, `out ${one.alias}`, vm, () => this.#unplug(vm, one));
    for (const one of acts.plug) {
      const attempt = JSON.stringify(one.device.place);
      await this.#try(now, one.port, attempt, vm, () => this.#plug(vm, one));
    }
    this.#tell(vm, now);
  }

  /** Does it, unless the same was tried in vain. */
  async #try(
    now: Map<string, { why: string; attempt: string }>,
    port: string,
    attempt: string,
    vm: VmKey,
    work: () => Promise<void>,
  ): Promise<void> {
    const before = this.#problems.get(`${keyOf(vm)} ${port}`);
    if (before?.attempt === attempt) {
      now.set(port, before);
      return;
    }
    try {
      await work();
    } catch (error) {
      const why =
        error instanceof AppError ? error.userMessage : "libvirt refused it; Passdeck’s log says why.";
      this.#parts.log.warn({ err: error, vm: vm.vmId, port }, "could not follow a USB port");
      now.set(port, { why, attempt });
    }
  }

  #plug(vm: VmKey, one: PortActs["plug"][number]): Promise<void> {
    const { fleet } = this.#parts;
    const { handle, summary } = fleet.vm(vm.hostId, vm.vmId);
    const [xml, flags] = [pluggedXml(one), domainAffect.LIVE];
    return fleet.host(vm.hostId).runLong(`VM ${summary.name}`, async (connection) => {
      await connection.call("domain_attach_device_flags", { dom: handle, xml, flags });
    });
  }

  #unplug(vm: VmKey, { port, alias }: PortActs["unplug"][number]): Promise<void> {
    const { fleet } = this.#parts;
    const { handle, summary } = fleet.vm(vm.hostId, vm.vmId);
    return fleet.host(vm.hostId).runLong(`VM ${summary.name}`, (connection) => {
      const machine = { connection, dom: handle, vmName: summary.name, signal: null };
      return unplug({ ...machine, patienceMs: unplugPatienceMs }, alias, `the USB device of port ${port}`);
    });
  }

  #forgetAttempts(hostId: string): void {
    for (const [key, { why }] of this.#problems)
      if (key.startsWith(`${hostId}/`)) this.#problems.set(key, { why, attempt: "" });
  }

  /** Keeps what is wrong now, and says so where it is another than before. */
  #tell(vm: VmKey, now: ReadonlyMap<string, { why: string; attempt: string }>): void {
    const prefix = `${keyOf(vm)} `;
    const had = [...this.#problems].filter(([key]) => key.startsWith(prefix));
    for (const [key] of had) this.#problems.delete(key);
    for (const [port, problem] of now) this.#problems.set(prefix + port, problem);
    const words = (entries: Iterable<{ why: string }>) => [...entries].map(({ why }) => why).join("\n");
    if (words(had.map(([, problem]) => problem)) === words(now.values())) return;
    for (const listener of this.#listeners) listener(vm);
  }
}

function rest(host: WatchedHost): void {
  host.stop?.();
  host.stop = null;
  host.carried = null;
}
