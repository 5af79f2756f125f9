import type { Logger } from "pino";
import { AppError } from "../errors";
import type { Host } from "../host/host";
import type { Connection } from "../libvirt/connection";
import { readHostReport } from "../pci/read-host-report";
import type { ClusterMark } from "./cluster-mark.schema";
import { connectProblem } from "./connect-problem";
import type { EventLog } from "./event-log";
import { loadLibvirtFacts } from "./host-facts";
import type { Inventory } from "./inventory";
import { appErrorOnHost } from "./libvirt-app-error";
import { type HostChanges, LiveHost } from "./live-host";
import type { Maintenance } from "./maintenance.schema";
import type { HostProblem, HostSummary } from "./schema";
import { type TroubleLookup, unknownHost } from "./trouble/trouble";
import { troubleLookup } from "./trouble/trouble-lookup";

/**
 * One host for as long as Passdeck runs: connects, keeps the inventory true while connected, and connects again
 * when libvirt goes away. Its VMs stay in the inventory meanwhile, marked by the host's state.
 */
export class ManagedHost {
  #live: LiveHost | null = null;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  readonly #inventory: Inventory;
  readonly #eventLog: EventLog;
  readonly #log: Logger;
  readonly #changes: HostChanges;

  constructor(
    readonly machine: Host,
    inventory: Inventory,
    eventLog: EventLog,
    log: Logger,
    changes: HostChanges,
  ) {
    this.#inventory = inventory;
    this.#eventLog = eventLog;
    this.#log = log;
    this.#changes = changes;
    this.#inventory.putHost(emptySummary(machine));
  }

  /** Shows that it is in maintenance, or in none (null). */
  setMaintenance(maintenance: Maintenance | null): void {
    this.#update({ maintenance });
  }

  /** Shows which cluster it is a node of; null: none. */
  setCluster(cluster: ClusterMark | null): void {
    if (JSON.stringify(cluster) !== JSON.stringify(this.#summary().cluster)) this.#update({ cluster });
  }

  start(): void {
    this.#running = this.#keepConnected();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#live?.connection.close().catch(() => undefined);
    await this.#running;
    await this.machine.libvirt.pool.close();
  }

  /**
   * The open connection with its state; where there is none, an AppError "host-unreachable" that says why, or
   * "host-connecting" while that is not known yet.
   */
  current(): LiveHost {
    if (this.#live) return this.#live;
    const { problem, name } = this.#summary();
    throw problem === null
      ? new AppError("host-connecting", { userMessage: `The host ${name} is still being connected.` })
      : new AppError("host-unreachable", { userMessage: `${problem.message} ${problem.fix}` });
  }

  /**
   * Does `work` of a few quick calls, over a connection that others use at the same time. Whatever libvirt answers
   * becomes an AppError about `subject`. What may take longer is for {@link runLong}; a call here that hangs with a
   * QEMU all the same holds up nothing else.
   */
  run<T>(subject: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#asked(subject, () => this.machine.libvirt.pool.share(work));
  }

  /** As {@link run}, for questions to guest agents, of which a few are under way at a time. */
  runInGuests<T>(subject: string, work: (agents: Pick<Connection, "call">) => Promise<T>): Promise<T> {
    return this.#asked(subject, () => work(this.machine.libvirt.pool.agents));
  }

  /** As {@link run}, for streams and what takes minutes: `work` has the connection to itself. */
  runLong<T>(subject: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#asked(subject, () => this.machine.libvirt.pool.own(work));
  }

  /** A connection of one's own to keep, for consoles and subscriptions; the caller closes it. */
  openConnection(): Promise<Connection> {
    return this.machine.libvirt.pool.open();
  }

  async #asked<T>(subject: string, ask: () => Promise<T>): Promise<T> {
    this.current();
    try {
      return await ask();
    } catch (error) {
      throw await appErrorOnHost(error, subject, () => this.troubleLookup());
    }
  }

  /** The host as it is now, for what a text of its kernel, QEMU or libvirt means. */
  async troubleLookup(): Promise<TroubleLookup> {
    const { id, files } = this.machine;
    if (files.value === null) return unknownHost;
    return troubleLookup(await readHostReport(files.value), this.#inventory.vmsOf(id));
  }

  async #keepConnected(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      const redial = this.machine.libvirt.watchForRedial();
      const connected = await this.#connectOnce();
      failures = connected ? 0 : failures + 1;
      if (await redial.wait(failures, this.#stopping.signal)) failures = 0;
    }
  }

  /** One life of a connection, from dialing to its end. Resolves to whether it ever stood. */
  async #connectOnce(): Promise<boolean> {
    let connection: Connection | null = null;
    try {
      connection = await this.machine.libvirt.dial();
      const facts = await loadLibvirtFacts(connection);
      const live = new LiveHost(this.machine.id, connection, {
        inventory: this.#inventory,
        eventLog: this.#eventLog,
        log: this.#log,
        changes: this.#changes,
      });
      await live.begin();
      // A stop meanwhile has found no connection to close.
      if (this.#stopping.signal.aborted) return true;
      this.#live = live;
      const name = this.machine.name ?? facts.name;
      this.#update({ ...facts, name, connection: "connected", problem: null, lastSeen: Date.now() });
      this.#changes.resources();
      this.#log.info({ host: this.machine.id, uri: this.machine.libvirt.uri }, "connected to libvirt");
      const reason = await connection.closed;
      this.#lose(live, (await this.machine.libvirt.whyLost()) ?? reason);
      return true;
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#fail(error);
      return false;
    } finally {
      this.#live = null;
      await connection?.close().catch(() => undefined);
      await this.machine.libvirt.pool.drop();
    }
  }

  #lose(live: LiveHost, reason: Error | null): void {
    live.end();
    if (this.#stopping.signal.aborted) return;
    const problem = connectProblem(reason, this.machine.libvirt.uri);
    this.#log.warn({ host: this.machine.id, reason }, "lost libvirt");
    this.#update({
      connection: "lost",
      problem: { ...problem, code: "connection-lost" },
      lastSeen: live.lastSeen,
    });
  }

  #fail(error: unknown): void {
    const problem = connectProblem(error, this.machine.libvirt.uri);
    if (this.#summary().problem?.message !== problem.message) {
      this.#log.warn({ host: this.machine.id, err: error }, "cannot connect to libvirt");
    }
    this.#update({ connection: "lost", problem: this.#keepLostWord(problem) });
  }

  /** While VMs are on show from before, that the host was lost says more to a person than that nobody listens. */
  #keepLostWord(problem: HostProblem): HostProblem {
    return this.#summary().lastSeen === null || problem.code !== "no-libvirt" ? problem : lostProblem;
  }

  #summary(): HostSummary {
    return this.#inventory.host(this.machine.id) ?? emptySummary(this.machine);
  }

  #update(change: Partial<HostSummary>): void {
    this.#inventory.putHost({ ...this.#summary(), ...change });
  }
}

const lostProblem: HostProblem = {
  code: "connection-lost",
  message: "The connection to libvirt was lost, and nobody answers for it now.",
  fix: "Passdeck keeps trying. If it stays away, look at “systemctl status libvirtd” on the host and start it.",
};

function emptySummary({ id, libvirt, files, demo }: Host): HostSummary {
  return {
    id,
    uri: libvirt.uri,
    demo: demo !== null,
    name: id,
    connection: "connecting",
    problem: null,
    lastSeen: null,
    libvirtVersion: null,
    hypervisor: null,
    cpuModel: null,
    cpus: 0,
    memoryBytes: 0,
    networks: [],
    pools: [],
    filesProblem: files.why,
    maintenance: null,
    cluster: null,
  };
}
