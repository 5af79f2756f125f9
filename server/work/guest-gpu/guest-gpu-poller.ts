import type { AccessChanges } from "../../access/access-changes";
import type { AskedGuests } from "../../access/asked-guests";
import type { VmKey } from "../../access/shared-object";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import type { GuestGpus } from "../../guest/guest-gpu.schema";
import { allWays, readGuestGpus } from "../../guest/read-guest-gpus";

export interface PollerRooms {
  fleet: Pick<Fleet, "findVm" | "host" | "watch">;
  asked: Pick<AskedGuests, "has">;
  changes: Pick<AccessChanges, "listen">;
}

/** From an answer to the next question: nvidia-smi takes some of the guest's processor. */
const everyMs = 5000;
/** Twice as long after each failure: a question that hangs holds one of the few places that there are for questions, and maybe a program in the guest. */
const longestMs = 300_000;

/** Asks one guest for its GPUs while it has listeners. */
export class GuestGpuPoller {
  readonly #rooms: PollerRooms;
  readonly #vm: VmKey;
  readonly #listeners = new Set<(gpus: GuestGpus) => void>();
  readonly #stops: (() => void)[];
  #isGone = false;
  #last: GuestGpus;
  #ways = allWays;
  #timer: NodeJS.Timeout | null = null;
  #isAsking = false;
  #pauseMs = everyMs;

  constructor(rooms: PollerRooms, vm: VmKey) {
    this.#rooms = rooms;
    this.#vm = vm;
    this.#last = this.#whyNot() ?? { kind: "asking" };
    this.#stops = [
      rooms.fleet.watch(() => this.#lookIfChanged()),
      rooms.changes.listen(() => this.#lookIfChanged()),
    ];
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
  #lookIfChanged(): void {
    const why = this.#whyNot();
    if (why?.kind === this.#last.kind || (why === null && couldBeAsked(this.#last))) return;
    this.#ways = allWays;
    this.#pauseMs = everyMs;
    // A question that is on its way may take seconds to end.
    this.#tell(why ?? { kind: "asking" });
    void this.#look();
  }

  async #look(): Promise<void> {
    if (this.#isAsking || this.#isGone) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#isAsking = true;
    const told = this.#whyNot() ?? (await this.#asked());
    this.#isAsking = false;
    // It may be forbidden, or off, by now.
    this.#tell(this.#whyNot() ?? told);
    this.#pauseMs = told.kind === "failed" ? Math.min(2 * this.#pauseMs, longestMs) : everyMs;
    if (!this.#isGone) this.#timer = setTimeout(() => void this.#look(), this.#pauseMs).unref();
  }

  async #asked(): Promise<GuestGpus> {
    const vm = this.#record();
    if (vm === null) return { kind: "not-running" };
    if (!couldBeAsked(this.#last)) this.#tell({ kind: "asking" });
    try {
      const { gpus, problem, ways } = await this.#rooms.fleet
        .host(this.#vm.hostId)
        .runInGuests(`VM ${vm.summary.name}`, (agents) => readGuestGpus(agents, vm.handle, this.#ways));
      // Who has none may get a driver while somebody looks.
      this.#ways = ways.length === 0 ? allWays : ways;
      if (problem !== null && gpus.length === 0)
        return { kind: "failed", problem: `${vm.summary.name}: ${problem}` };
      return { kind: "told", gpus, problem };
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
    this.#isGone = true;
    for (const stop of this.#stops) stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

function couldBeAsked({ kind }: GuestGpus): boolean {
  return kind === "asking" || kind === "told" || kind === "failed";
}
