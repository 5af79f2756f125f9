import { can, type Who } from "../../access/can";
import { onNamed, onVm } from "../../access/objects-of";
import { type Asker, type AskerRooms, askersOn } from "../named/askers";
import type { Booking } from "./bookings";

/** Whose a booking, or a place in a queue, is, and for which VM. */
export type Concerned = Pick<Booking, "hostId" | "name" | "userId" | "vmId">;

/** What somebody may know of and change of a host's named devices, by their rights and by what VMs ask for. */
export class KnownDevices {
  readonly #who: Who;
  readonly #hostId: string;
  /** The VMs that they may book for. */
  readonly #askers: readonly Asker[];

  constructor(rooms: AskerRooms, who: Who, hostId: string) {
    this.#who = who;
    this.#hostId = hostId;
    this.#askers = askersOn(rooms, hostId).filter(({ vmId }) =>
      can(who, "booking.book", onVm({ hostId, vmId })),
    );
  }

  /** The VMs that ask for it and that they may book for. */
  askersOf(device: string): { vmId: string; name: string }[] {
    return this.#askers.flatMap(({ vmId, name, asks }) => (asks.includes(device) ? { vmId, name } : []));
  }

  /** Who may not see a device knows of it where a VM asks for it that they may book for, and of what is theirs. */
  has(name: string, all: readonly Pick<Concerned, "userId">[]): boolean {
    return (
      can(this.#who, "named.see", onNamed({ hostId: this.#hostId, name })) ||
      this.#asks(name) ||
      all.some(({ userId }) => userId === this.#who.user?.id)
    );
  }

  /** Whether they may change a booking, or end somebody's waiting: of their own, what they could book. */
  mayChange({ hostId, name, userId, vmId }: Concerned): boolean {
    const device = onNamed({ hostId, name });
    if (can(this.#who, "booking.ofOthers", device)) return true;
    if (userId !== this.#who.user?.id) return false;
    if (can(this.#who, "booking.extend", device) || this.#asks(name)) return true;
    return vmId !== null && can(this.#who, "booking.book", onVm({ hostId, vmId }));
  }

  #asks(device: string): boolean {
    return this.#askers.some(({ asks }) => asks.includes(device));
  }
}
