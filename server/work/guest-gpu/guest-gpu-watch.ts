import type { VmKey } from "../../access/shared-object";
import type { GuestGpus } from "../../guest/guest-gpu.schema";
import { GuestGpuPoller, type PollerRooms } from "./guest-gpu-poller";

/** What guests tell of their GPUs. Each is asked while somebody looks at it, once for all who do, and not at all else. */
export class GuestGpuWatch {
  readonly #rooms: PollerRooms;
  readonly #pollers = new Map<string, GuestGpuPoller>();

  constructor(rooms: PollerRooms) {
    this.#rooms = rooms;
  }

  /** Sends what a guest tells to `listener`, now and whenever it is something else, until the returned function is called. */
  watch(vm: VmKey, listener: (gpus: GuestGpus) => void): () => void {
    const key = `${vm.hostId} ${vm.vmId.toLowerCase()}`;
    const poller = this.#pollers.get(key) ?? new GuestGpuPoller(this.#rooms, vm);
    this.#pollers.set(key, poller);
    const leave = poller.add(listener);
    return () => {
      if (leave() === 0) this.#pollers.delete(key);
    };
  }
}
