import type { Connection } from "../../libvirt/connection";
import { ConnectionError, LibvirtError } from "../../libvirt/errors";
import { Places } from "./places";

/** As many calls as a connection has with libvirt at a time: one that hangs never keeps another from being sent. */
const worksAConnection = 4;

const usual = {
  /** A connection that owes an answer for longer gets no further work: its call may hang with a QEMU. */
  stalledMs: 3_000,
  /** An unused connection is closed after this. */
  idleMs: 30_000,
  patienceMs: 30_000,
  /** Pieces of short work at a time. libvirtd has 20 workers by default. */
  short: 32,
  /** Questions to guest agents at a time. A guest that hangs holds one of libvirtd's workers for as long as it likes. */
  questions: 4,
  /** Pieces of long work at a time, each with a connection of its own. */
  long: 64,
  /** Connections at a time that somebody keeps; there may be a thousand consoles. */
  kept: 1_100,
};

type PoolSettings = typeof usual;

/** A connection, or the dialing for it, and who uses it. */
interface Member {
  readonly connection: Promise<Connection>;
  opened: Connection | null;
  works: number;
  /** It is one user's alone. */
  own: boolean;
  idle: NodeJS.Timeout | undefined;
}

/**
 * The connections to one libvirt. Short work shares them, long work and streams get one of their own; what is not used
 * any more waits a while for the next.
 */
export class ConnectionPool {
  readonly #members = new Set<Member>();
  readonly #short: Places;
  readonly #questions: Places;
  readonly #long: Places;
  readonly #kept: Places;
  #closed = false;

  readonly #dial: () => Promise<Connection>;
  readonly #settings: PoolSettings;

  /** @param settings Other figures than the usual ones, for tests. */
  constructor(dial: () => Promise<Connection>, settings: Partial<PoolSettings> = {}) {
    this.#dial = dial;
    this.#settings = { ...usual, ...settings };
    const { short, questions, long, kept, patienceMs } = this.#settings;
    this.#short = new Places({ most: short, patienceMs, what: "requests" });
    this.#questions = new Places({ most: questions, patienceMs, what: "questions to guest agents" });
    this.#long = new Places({ most: long, patienceMs, what: "long acts and transfers" });
    this.#kept = new Places({ most: kept, patienceMs, what: "consoles and subscriptions" });
  }

  /**
   * Does short work over a connection that others use at the same time. Streams, events and calls that take long are
   * not for it.
   */
  async share<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    await this.#short.take();
    try {
      return await this.#use(this.#shareable() ?? this.#add(), work);
    } finally {
      this.#short.giveBack();
    }
  }

  /**
   * For questions to guest agents, whoever asks them: a few of all guests are under way at a time, so that guests that hang
   * take nothing from other work. Each is short work of its own.
   */
  readonly agents: Pick<Connection, "call"> = {
    call: async (...question) => {
      await this.#questions.take();
      try {
        return await this.share((connection) => connection.call(...question));
      } finally {
        this.#questions.giveBack();
      }
    },
  };

  /** Does long work over a connection that nobody else uses meanwhile. */
  async own<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    await this.#long.take();
    const member = this.#unused() ?? this.#add();
    member.own = true;
    try {
      return await this.#use(member, work);
    } finally {
      this.#long.giveBack();
    }
  }

  /** A connection of one's own that is kept until one closes it: for streams and subscriptions. */
  async open(): Promise<Connection> {
    await this.#kept.take();
    const member = this.#add();
    member.own = true;
    member.works = 1;
    // Its end is the end of its use, whoever closes it.
    member.connection.then(
      ({ closed }) => closed.then(() => this.#kept.giveBack()),
      () => this.#kept.giveBack(),
    );
    return member.connection;
  }

  /** Closes all connections: libvirt is gone, and what is asked of it from now on goes to the next one. */
  async drop(): Promise<void> {
    const members = [...this.#members];
    this.#members.clear();
    await Promise.all(members.map(async ({ connection }) => (await connection).close()).map(ignoreFailure));
  }

  /** Closes all connections, and opens none any more. */
  close(): Promise<void> {
    this.#closed = true;
    return this.drop();
  }

  async #use<T>(member: Member, work: (connection: Connection) => Promise<T>): Promise<T> {
    clearTimeout(member.idle);
    member.works += 1;
    let clean = false;
    try {
      const result = await work(await member.connection);
      clean = true;
      return result;
    } catch (error) {
      // A refusal is an ordinary answer; after anything else nobody knows what is still under way.
      clean = error instanceof LibvirtError;
      throw error;
    } finally {
      this.#release(member, clean);
    }
  }

  #release(member: Member, clean: boolean): void {
    member.works -= 1;
    if (member.works > 0) return;
    const { opened, own } = member;
    const isAtRest = opened !== null && opened.owesSince === null && opened.streams === 0;
    if (isAtRest && (clean || !own) && this.#members.has(member)) {
      member.own = false;
      member.idle = setTimeout(() => this.#end(member), this.#settings.idleMs).unref();
    } else this.#end(member);
  }

  /** The first that has room for more work and does not hang. */
  #shareable(): Member | undefined {
    return [...this.#members].find(
      ({ own, works, opened }) => !own && works < worksAConnection && !this.#hangs(opened),
    );
  }

  #unused(): Member | undefined {
    return [...this.#members].find(({ own, works }) => !own && works === 0);
  }

  #hangs(connection: Connection | null): boolean {
    const since = connection?.owesSince ?? null;
    return since !== null && performance.now() - since > this.#settings.stalledMs;
  }

  #add(): Member {
    const connection = this.#closed ? Promise.reject(poolClosed()) : this.#dial();
    const member: Member = { connection, opened: null, works: 0, own: false, idle: undefined };
    this.#members.add(member);
    connection.then(
      (opened) => {
        member.opened = opened;
        void opened.closed.then(() => this.#forget(member));
      },
      () => this.#forget(member),
    );
    return member;
  }

  #forget(member: Member): void {
    clearTimeout(member.idle);
    this.#members.delete(member);
  }

  #end(member: Member): void {
    this.#forget(member);
    void ignoreFailure(member.connection.then((connection) => connection.close()));
  }
}

function ignoreFailure(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}

function poolClosed(): ConnectionError {
  return new ConnectionError("closed", "Passdeck has closed its connections to this libvirt");
}
