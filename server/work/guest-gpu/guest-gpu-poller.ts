import type { AskedGuests } from "../../access/asked-guests";
import type { VmKey } from "../../access/shares";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import type { GuestGpus } from "../../guest/guest-gpu.schema";
import { allWays, readGuestGpus } from "../../guest/read-guest-gpus";

export interface PollerRooms {
  fleet: Pick<Fleet, "findVm" | "host">;
  asked: Pick<AskedGuests, "has">;
}

/** From an answer to the next question: nvidia-smi takes some of the guest's processor. */
const everyMs = 5000;

/** Asks one guest for its GPUs while it has listeners. */
export class GuestGpuPoller {
  readonly #rooms: PollerRooms;
  readonly #vm: VmKey;
  readonly #listeners = new Set<(gpus: GuestGpus) => void>();
  readonly #gone = new AbortController();
  #last: GuestGpus;
  #ways = allWays;
  #timer: NodeJS.Timeout | null = null;
  #isAsking = false;

  constructor(rooms: PollerRooms, vm: VmKey) {
    this.#rooms = rooms;
    this.#vm = vm;
    this.#last = this.#whyNot() ?? { kind: "asking" };
  }

  /** @returns what is called by who listens no more, and tells how many are left. A poller without any is of no more use. */
  add(listener: (gpus: GuestGpus) => void): () => number {
    // One function may listen twice.
    const own = (gpus: GuestGpus) => listener(gpus);
    this.#listeners.add(own);
    own(this.#last);
    if (this.#listeners.size === 1) void this.#look();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#stop();
      return this.#listeners.size;
    };
  }

  /** Looks at once where the guest can be asked now and could not before, or the other way round. */
  lookIfChanged(): void {
    const why = this.#whyNot();
    if (why?.kind === this.#last.kind || (why === null && couldBeAsked(this.#last))) return;
    this.#ways = allWays;
    void this.#look();
  }

  async #look(): Promise<void> {
    if (this.#isAsking || this.#gone.signal.aborted) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#isAsking = true;
    const told = this.#whyNot() ?? (await this.#asked());
    this.#isAsking = false;
    // It may be forbidden, or off, by now.
    this.#tell(this.#whyNot() ?? told);
    if (!this.#gone.signal.aborted) this.#timer = setTimeout(() => void this.#look(), everyMs).unref();
  }

  async #asked(): Promise<GuestGpus> {
    const vm = this.#record();
    if (vm === null) return { kind: "not-running" };
    if (!couldBeAsked(this.#last)) this.#tell({ kind: "asking" });
    try {
      const { gpus, ways } = await this.#rooms.fleet
        .host(this.#vm.hostId)
        .run(`VM ${vm.summary.name}`, (connection) =>
          readGuestGpus(connection, vm.handle, this.#ways, this.#gone.signal),
        );
      // Who has none may get a driver while somebody looks.
      this.#ways = ways.length === 0 ? allWays : ways;
      return { kind: "told", gpus };
    } catch (error) {
      if (error instanceof AppError) return { kind: "failed", problem: error.userMessage };
      throw error;
    }
  }

  #whyNot(): GuestGpus | null {
    if (!this.#rooms.asked.has(this.#vm)) return { kind: "not-allowed" };
    const vm = this.#record();
    if (vm?.summary.state !== "running") return { kind: "not-running" };
    return vm.definition.guestAgent === "connected" ? null : { kind: "no-agent" };
  }

  #record(): VmRecord | null {
    return this.#rooms.fleet.findVm(this.#vm.hostId, this.#vm.vmId);
  }

  #tell(gpus: GuestGpus): void {
    if (JSON.stringify(gpus) === JSON.stringify(this.#last)) return;
    this.#last = gpus;
    for (const listener of this.#listeners) listener(gpus);
  }

  #stop(): void {
    this.#gone.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

function couldBeAsked({ kind }: GuestGpus): boolean {
  return kind === "asking" || kind === "told" || kind === "failed";
}
