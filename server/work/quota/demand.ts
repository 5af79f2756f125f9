import type { Taken } from "../../access/quota.schema";
import type { Subject } from "../../access/share.schema";
import type { VmKey } from "../../access/shared-object";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { capacityOf } from "../../storage/volume-acts";
import type { NewVolume } from "../create/create-input.schema";
import { findDomain } from "../create/own-domain";
import { beyond, nothingTaken } from "./amounts";
import { definitionTaken, vmTaken } from "./vm-taken";

/** What an act has a VM take: by its definition before and after, by a disk that grows, or for another owner. */
export type Demand = { vm: VmKey } & (
  | {
      kind: "definition";
      name: string;
      /** Whose it is going to be, of one that is made. */
      owners: readonly Subject[];
      /** null of one that is made. */
      before: string | null;
      after: string;
      /** The volumes that are made for it. */
      volumes: readonly NewVolume[];
    }
  | { kind: "disk"; bytes: number }
  | { kind: "owner"; owner: Subject }
);

/** What a VM that is there takes by a change of its definition. */
export function changeDemand(
  change: { vm: VmKey; name: string; before: string; after: string },
  volumes: readonly NewVolume[] = [],
): Demand {
  return { kind: "definition", owners: [], volumes, ...change };
}

/** A demand in numbers. */
export interface Needed {
  vm: VmKey;
  /** Whose it will be besides those whose it is. */
  owners: readonly Subject[];
  /** What it takes more than now. */
  more: Taken;
}

/** Where it is looked up what VMs take. */
export interface VmLook {
  /** What a VM takes now; nothing of one that is not there. */
  taken(vm: VmKey): Promise<Taken>;
  /** What a demand comes to. */
  needed(demand: Demand): Promise<Needed>;
}

/** What VMs take, as libvirt has it. */
export function lookOf(fleet: Pick<Fleet, "host">): VmLook {
  return { taken: (vm) => vmTaken(fleet, vm), needed: (demand) => neededFor(fleet, demand) };
}

/** Looks up what a demand comes to. */
async function neededFor(fleet: Pick<Fleet, "host">, demand: Demand): Promise<Needed> {
  const { vm } = demand;
  if (demand.kind === "owner") return { vm, owners: [demand.owner], more: nothingTaken };
  if (demand.kind === "disk")
    return { vm, owners: [], more: { ...nothingTaken, diskBytes: Math.max(0, demand.bytes) } };
  const { owners, name, before, after, volumes } = demand;
  const more = await fleet.host(vm.hostId).run(`VM ${name}`, async (connection) => {
    const sizes = await sizesOf(connection, volumes);
    const dom = before === null ? null : await findDomain(connection, vm.vmId);
    const taken = (xml: string) => definitionTaken(connection, { xml, name, dom }, sizes);
    return beyond(before === null ? nothingTaken : await taken(before), await taken(after));
  });
  return { vm, owners, more };
}

/** How large the volumes will be that are made, by what a definition calls them. */
async function sizesOf(
  connection: Connection,
  volumes: readonly NewVolume[],
): Promise<(source: string) => number | null> {
  const sizes = new Map<string, number>();
  for (const { pool, volume, bytes, copyOf } of volumes) {
    const copied = copyOf === null ? 0 : await capacityOf(connection, copyOf.pool, copyOf.volume);
    sizes.set(`${pool}/${volume}`, Math.max(bytes ?? 0, copied));
  }
  return (source) => sizes.get(source) ?? null;
}
