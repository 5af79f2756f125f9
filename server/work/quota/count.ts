import type { Reservation, Taken } from "../../access/quota.schema";
import type { Subject } from "../../access/share.schema";
import type { VmKey } from "../../access/shared-object";
import type { Shares } from "../../access/shares";
import type { Jobs } from "../../job/jobs";
import { larger, nothingTaken, sum } from "./amounts";
import type { Needed, VmLook } from "./demand";
import { distinct, isAmong } from "./subjects";

/** What a count asks. */
export interface QuotaRooms {
  vms: VmLook;
  shares: Pick<Shares, "ownersOf" | "ownedBy">;
  jobs: Pick<Jobs, "reserved">;
}

/** One count of what VMs take: each is looked at once. */
export class Count {
  readonly #rooms: QuotaRooms;
  /** Looked at before libvirt is: what a job makes is there or reserved, and may be both. */
  readonly #reserved: readonly Reservation[];
  readonly #taken = new Map<string, Promise<Taken>>();

  constructor(rooms: QuotaRooms) {
    this.#rooms = rooms;
    this.#reserved = rooms.jobs.reserved();
  }

  /** Whose a VM is, and will be by what is under way. */
  ownersOf(vm: VmKey): Subject[] {
    const coming = this.#reserved.filter((one) => isSameVm(one, vm)).flatMap(({ owners }) => owners);
    return distinct([...this.#rooms.shares.ownersOf(vm), ...coming]);
  }

  /** What a VM takes, or will by what is under way. */
  taken(vm: VmKey): Promise<Taken> {
    const key = keyOf(vm);
    const known = this.#taken.get(key);
    if (known !== undefined) return known;
    const looked = this.#look(vm);
    this.#taken.set(key, looked);
    return looked;
  }

  async usedBy(subject: Subject): Promise<Taken> {
    let used = nothingTaken;
    for (const vm of this.#vmsOf(subject)) used = sum(used, await this.taken(vm));
    return used;
  }

  /** What all of it takes more of a user's, or a group's, quota: of a VM that becomes theirs, all that it takes. */
  async moreFor(subject: Subject, needed: readonly Needed[]): Promise<Taken> {
    let all = nothingTaken;
    for (const { vm, owners, more } of needed) {
      if (isAmong(subject, this.ownersOf(vm))) all = sum(all, more);
      else if (isAmong(subject, owners)) all = sum(all, sum(await this.taken(vm), more));
    }
    return all;
  }

  #vmsOf(subject: Subject): VmKey[] {
    const coming = this.#reserved.filter(({ owners }) => isAmong(subject, owners));
    const all = [...this.#rooms.shares.ownedBy(subject), ...coming];
    return [...new Map(all.map(({ hostId, vmId }) => [keyOf({ hostId, vmId }), { hostId, vmId }])).values()];
  }

  async #look(vm: VmKey): Promise<Taken> {
    const coming = this.#reserved.filter((one) => isSameVm(one, vm)).map(({ taken }) => taken);
    return coming.reduce(larger, await this.#rooms.vms.taken(vm));
  }
}

function keyOf({ hostId, vmId }: VmKey): string {
  return `${hostId}/${vmId.toLowerCase()}`;
}

function isSameVm(one: VmKey, other: VmKey): boolean {
  return keyOf(one) === keyOf(other);
}
