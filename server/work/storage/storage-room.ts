import type { Logger } from "pino";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { Connection } from "../../libvirt/connection";
import { domainXmlFlags } from "../../libvirt/protocol/constants.gen";
import type { PoolSummary } from "../../storage/pool.schema";
import { PoolWatch } from "../../storage/pool-watch";
import { readPools } from "../../storage/read-pools";
import { readVolumes } from "../../storage/read-volumes";
import { Uploads } from "../../storage/upload/uploads";
import type { VolumeSummary } from "../../storage/volume.schema";
import { type DefinedVm, type PlacedVolume, volumeUsers } from "../../storage/volume-users";

/** The storage of every managed host: pools as they are looked at, volumes with who uses them, uploads. */
export class StorageRoom {
  readonly uploads: Uploads;
  readonly #watches = new Map<string, PoolWatch>();

  readonly #fleet: Fleet;

  constructor(fleet: Fleet, log: Logger) {
    this.#fleet = fleet;
    this.uploads = new Uploads({
      run: (hostId, subject, work) => fleet.host(hostId).runLong(subject, work),
      onChange: (hostId) => this.#watches.get(hostId)?.refresh(),
      log,
    });
  }

  /** Sends a host's pools to `listener`, now and whenever they change, until the returned function is called. */
  watchPools(hostId: string, listener: (pools: PoolSummary[]) => void): () => void {
    const host = this.#fleet.host(hostId);
    const watch = this.#watches.get(hostId) ?? new PoolWatch(() => host.openConnection());
    this.#watches.set(hostId, watch);
    return watch.watch(listener);
  }

  /** Does work on a host's storage, and has whoever looks at it see what came of it. */
  async change<T>(hostId: string, subject: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.#fleet.host(hostId).runLong(subject, work);
    } finally {
      this.#watches.get(hostId)?.refresh();
    }
  }

  /** The volumes of a pool, with the VMs that use them; null of a pool that is stopped or gone. */
  async volumes(hostId: string, pool: string): Promise<VolumeSummary[] | null> {
    const read = (connection: Connection) => readVolumes(connection, pool);
    const found = await this.#fleet.host(hostId).run(`Pool ${pool}`, read);
    if (found === null) return null;
    const volumes = found.map((volume) => ({ ...volume, pool }));
    const usersOf = volumeUsers(volumes, this.#definedVms(hostId));
    return volumes.map((volume) => {
      const { pool: _pool, ...summary } = volume;
      return { ...summary, usedBy: usersOf(volume) };
    });
  }

  /** All volumes of a host's running pools, and a look at who uses each: what a volume's deletion asks. */
  async usage(hostId: string, connection: Connection) {
    const pools = (await readPools(connection)).filter(({ state }) => state !== "inactive");
    const volumes: PlacedVolume[] = [];
    for (const { name: pool } of pools) {
      volumes.push(...((await readVolumes(connection, pool)) ?? []).map((volume) => ({ ...volume, pool })));
    }
    const vms = [...this.#definedVms(hostId), ...(await this.#savedDefinitions(hostId, connection))];
    return { volumes, usersOf: volumeUsers(volumes, vms) };
  }

  #definedVms(hostId: string): DefinedVm[] {
    return this.#fleet.vmsOf(hostId).map((vm) => definedVm(vm, vm.xml));
  }

  /** What running VMs will be at their next start; it may name other volumes than they have now. */
  #savedDefinitions(hostId: string, connection: Connection): Promise<DefinedVm[]> {
    const running = this.#fleet
      .vmsOf(hostId)
      .filter(({ summary }) => summary.persistent && isActive(summary.state));
    return Promise.all(
      running.map(async (vm) => {
        const asked = { dom: vm.handle, flags: domainXmlFlags.INACTIVE };
        return definedVm(vm, (await connection.call("domain_get_xml_desc", asked)).xml);
      }),
    );
  }
}

function definedVm({ summary: { id, name, state } }: VmRecord, xml: string): DefinedVm {
  return { vmId: id, vmName: name, running: isActive(state), xml };
}
