import type { Logger } from "pino";
import type { ClusterLook } from "../../cluster/cluster.schema";
import { findNeeds } from "../../cluster/find-needs";
import { findInCluster } from "../../cluster/findings/find-in-cluster";
import { readCluster } from "../../cluster/read-cluster";
import type { Fleet } from "../../fleet/fleet";
import { markOf } from "./cluster-mark";
import { knownHost } from "./known-host";

/** While somebody looks. */
const watchedMs = 10_000;
/** While nobody does: what the list of VMs shows, and what a host without a cluster is taken for. */
const restMs = 60_000;

type KnownFleet = Pick<Fleet, "host" | "hostSummaries" | "setCluster" | "vmsOf" | "watch">;
type Listener = (look: ClusterLook) => void;

/** The clusters that hosts are nodes of: read gently, since pacemaker has no events for a stranger, and never steered by it. */
export class Clusters {
  readonly #fleet: KnownFleet;
  readonly #log: Logger;
  readonly #looks = new Map<string, { look: ClusterLook; at: number }>();
  readonly #underWay = new Map<string, Promise<ClusterLook>>();
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor({ fleet, log }: { fleet: KnownFleet; log: Logger }) {
    this.#fleet = fleet;
    this.#log = log;
  }

  /** Reads a host's cluster now; who asks meanwhile has the same answer. */
  look(hostId: string): Promise<ClusterLook> {
    const known = this.#underWay.get(hostId);
    if (known !== undefined) return known;
    const looking = this.#read(hostId).finally(() => this.#underWay.delete(hostId));
    this.#underWay.set(hostId, looking);
    return looking;
  }

  /** As {@link look}, but that a host without a cluster is asked once a minute: for what everything done to a VM waits for. */
  async before(hostId: string): Promise<ClusterLook> {
    const known = this.#looks.get(hostId);
    const isFresh = known?.look.reading.kind === "none" && Date.now() - known.at < restMs;
    return isFresh ? known.look : this.look(hostId);
  }

  /** What was read last of each host. */
  get latest(): readonly { hostId: string; look: ClusterLook }[] {
    return [...this.#looks].map(([hostId, { look }]) => ({ hostId, look }));
  }

  /** Sends a host's cluster to `listener`, now and whenever it is looked at, until the returned function is called. */
  watch(hostId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(hostId) ?? new Set();
    this.#listeners.set(hostId, listeners);
    listeners.add(listener);
    let timer: NodeJS.Timeout | null = null;
    const again = async () => {
      await this.#tryToLook(hostId);
      if (listeners.has(listener)) timer = setTimeout(again, watchedMs).unref();
    };
    void again();
    return () => {
      listeners.delete(listener);
      if (timer !== null) clearTimeout(timer);
    };
  }

  /** Looks at each host when it is connected, and now and then, until the returned function is called. */
  follow(): () => void {
    const connected = new Set<string>();
    const stop = this.#fleet.watch(({ hosts }) => {
      for (const { id, connection } of hosts) {
        if (connection !== "connected") connected.delete(id);
        else if (!connected.has(id)) {
          connected.add(id);
          void this.#tryToLook(id);
        }
      }
    });
    const timer = setInterval(() => {
      for (const { id } of this.#fleet.hostSummaries()) void this.#tryToLook(id);
    }, restMs).unref();
    return () => {
      clearInterval(timer);
      stop();
    };
  }

  async #tryToLook(hostId: string): Promise<void> {
    try {
      await this.look(hostId);
    } catch (err) {
      // It may be managed no more.
      this.#log.debug({ err, host: hostId }, "could not look at a host's cluster");
    }
  }

  async #read(hostId: string): Promise<ClusterLook> {
    const { machine } = this.#fleet.host(hostId);
    const listeners = this.#listeners.get(hostId) ?? new Set();
    const reading = await readCluster(machine);
    const running = reading.kind === "running" ? reading.facts : null;
    const look: ClusterLook = {
      reading,
      findings: running === null ? [] : findInCluster(running, await knownHost(this.#fleet, hostId, running)),
      // Read for who sees it alone: every host without a cluster is looked at now and then.
      needs: running === null && listeners.size > 0 ? await findNeeds(machine) : [],
    };
    this.#looks.set(hostId, { look, at: Date.now() });
    this.#fleet.setCluster(hostId, markOf(reading));
    for (const listener of listeners) listener(look);
    return look;
  }
}
