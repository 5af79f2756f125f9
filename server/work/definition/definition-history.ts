import type { Logger } from "pino";
import type { DefinitionVersion } from "../../database/definition-version.schema";
import type { DefinitionVersions, VmKey } from "../../database/definition-versions";
import { describeChange } from "../../domain/changes/changed-parts";
import {
  type KnownVm,
  readShownDefinition,
  type SavedDefinition,
} from "../../domain/changes/saved-definition";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import type { Connection } from "../../libvirt/connection";
import { Turns } from "./turns";

/** Who changes a definition. */
export interface Author {
  /** A user's name; null where nobody of Passdeck's did it. */
  by: string | null;
  /** What is done, in a line: "Added a disk". */
  what: string;
}

/**
 * Keeps each definition that a VM ever had, with who made it. What is changed through {@link change} has an author;
 * what libvirt turns out to have besides was changed outside Passdeck. That is looked at when libvirt tells of a new
 * definition, when a VM is first seen, and before each change; libvirt tells of no devices that are added to the saved
 * definition by `virsh attach-device --config`, so these are found at the next look.
 */
export class DefinitionHistory {
  readonly #turns = new Turns();
  readonly #seen = new Set<string>();
  readonly #listeners = new Set<(vm: VmKey) => void>();
  #background: Promise<unknown> = Promise.resolve();

  readonly #fleet: Pick<Fleet, "host" | "findVm" | "watch" | "events">;
  readonly #log: Logger;

  constructor(
    fleet: Pick<Fleet, "host" | "findVm" | "watch" | "events">,
    readonly versions: DefinitionVersions,
    log: Logger,
  ) {
    this.#fleet = fleet;
    this.#log = log;
  }

  /** Keeps up with what others do to definitions, until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.#fleet.events.watch(({ kind, hostId, vmId }) => {
        if (kind === "defined") this.#lookLater({ hostId, vmId });
      }),
      this.#fleet.watch(({ vms }) => {
        for (const { hostId, id } of vms) {
          if (!this.#seen.has(keyOf({ hostId, vmId: id }))) this.#lookLater({ hostId, vmId: id });
        }
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Calls `listener` with each VM that has a new version, until the returned function is called. */
  watch(listener: (vm: VmKey) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The version that is in force; null for a VM without a saved definition. */
  present(vm: VmKey): Promise<DefinitionVersion | null> {
    return this.#turns.take(keyOf(vm), () =>
      this.#look(vm, this.#fleet.host(vm.hostId).current().connection),
    );
  }

  /**
   * Does `work`, which makes or changes a VM's definition, while nobody else of Passdeck's changes it, and keeps what
   * comes of it under its author's name.
   * @param subject The VM, as the start of a sentence about what went wrong: "VM web-1".
   * @param work Gets the definition as it is before; null where there is none.
   */
  change<Result>(
    vm: VmKey,
    { subject, ...author }: Author & { subject: string },
    work: (connection: Connection, before: SavedDefinition | null) => Promise<Result>,
  ): Promise<Result> {
    const run = (connection: Connection) => this.#changeWith(connection, vm, author, work);
    return this.#turns.take(keyOf(vm), () => this.#fleet.host(vm.hostId).run(subject, run));
  }

  async #changeWith<Result>(
    connection: Connection,
    vm: VmKey,
    author: Author,
    work: (connection: Connection, before: SavedDefinition | null) => Promise<Result>,
  ): Promise<Result> {
    const before = await readShownDefinition(connection, vm.vmId, this.#known(vm));
    if (before !== null) this.#keep(vm, before.xml, null);
    const keepAfter = async () => {
      const after = await readShownDefinition(connection, vm.vmId, before);
      if (after !== null) this.#keep(vm, after.xml, author);
    };
    try {
      const result = await work(connection, before);
      await keepAfter();
      return result;
    } catch (error) {
      // What failed half-way may have changed something as well; the failure itself is what counts.
      await keepAfter().catch(() => undefined);
      throw error;
    }
  }

  /** The version in force, after what libvirt has was compared with the latest one. */
  async #look(vm: VmKey, connection: Connection): Promise<DefinitionVersion | null> {
    const shown = await readShownDefinition(connection, vm.vmId, this.#known(vm));
    return shown === null ? null : this.#keep(vm, shown.xml, null);
  }

  /** What the inventory tells of a VM that has a saved definition; one that it does not know yet has to be looked for. */
  #known({ hostId, vmId }: VmKey): KnownVm | null {
    const vm = this.#fleet.findVm(hostId, vmId);
    if (vm === null || !vm.summary.persistent) return null;
    return { handle: vm.handle, active: isActive(vm.summary.state) };
  }

  /** One after the other: a host with a thousand VMs has other things to answer as well. */
  #lookLater(vm: VmKey): void {
    this.#seen.add(keyOf(vm));
    this.#background = this.#background
      .then(() => this.present(vm))
      .catch((error: unknown) => {
        this.#seen.delete(keyOf(vm));
        this.#log.debug({ err: error, ...vm }, "could not look at a definition");
      });
  }

  #keep(vm: VmKey, xml: string, author: Author | null): DefinitionVersion {
    const latest = this.versions.latest(vm);
    if (latest?.xml === xml) return latest;
    const version = this.versions.add({ ...vm, xml, ...(author ?? foundBeside(latest, xml)) });
    for (const listener of this.#listeners) listener(vm);
    return version;
  }
}

/** What is told of a definition that Passdeck did not make. */
function foundBeside(latest: DefinitionVersion | null, xml: string): Author {
  const what = latest === null ? "First seen by Passdeck" : describeChange(latest.xml, xml);
  return { by: null, what: what === "" ? "Written otherwise" : what };
}

function keyOf({ hostId, vmId }: VmKey): string {
  return `${hostId}/${vmId}`;
}
