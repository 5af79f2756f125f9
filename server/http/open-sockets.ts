import type { WebSocket } from "ws";
import { type ChangedUser, concerns } from "../access/access-changes";
import { isSameGrants } from "../access/held-grants";
import type { Session } from "../access/session";
import { isSameShared } from "../access/shared-objects";

export interface SocketLimits {
  /** How often each socket is asked for a sign of life. */
  pingMs: number;
  /** A socket that left so many of these questions unanswered, and said nothing else, is cut at the next. */
  unansweredPings: number;
  /** How long a socket that is closed gets for its farewell. */
  farewellMs: number;
  /** A socket that does not take what it is sent is cut when this many bytes wait for it. */
  waitingBytes: number;
  perUser: number;
}

export const socketLimits: SocketLimits = {
  pingMs: 10_000,
  unansweredPings: 2,
  farewellMs: 500,
  waitingBytes: 16 * 1024 * 1024,
  perUser: 100,
};

/** By what somebody has a socket open: a session, or what stands for one. */
export interface SocketHolder {
  id: string;
  user: { id: string };
}

interface OpenSocket<Holder> {
  socket: WebSocket;
  session: Holder;
  /** Pings since the last sign of life. A count, as a clock would go on while this machine sleeps. */
  unanswered: number;
}

interface Farewell {
  code: number;
  reason: string;
}

const signedOut: Farewell = { code: 4401, reason: "You are signed out." };
/** The page opens another socket, which goes by what its user may do now. */
const otherRights: Farewell = { code: 4403, reason: "What you may do has changed." };

export interface OpenSocketsOptions<Holder> {
  /** A session as it is now, null where it is over; counts as a use of it. */
  sessionOf(sessionId: string): Holder | null;
  /** Whether what was opened by one may go on by the other. */
  isSame(now: Holder, before: Holder): boolean;
  /** What a socket is closed with when its session is over; that its user is signed out where nothing is said. */
  over?: Farewell;
}

/** Every open socket, with the session it was opened under and the last sign of life. */
export class OpenSockets<Holder extends SocketHolder = Session> {
  readonly #open = new Set<OpenSocket<Holder>>();
  readonly #heartbeat: NodeJS.Timeout;

  readonly #limits: SocketLimits;
  readonly #options: OpenSocketsOptions<Holder>;

  constructor(limits: SocketLimits, options: OpenSocketsOptions<Holder>) {
    this.#limits = limits;
    this.#options = options;
    this.#heartbeat = setInterval(() => this.#beat(), limits.pingMs);
    this.#heartbeat.unref();
  }

  add(socket: WebSocket, session: Holder): void {
    const entry: OpenSocket<Holder> = { socket, session, unanswered: 0 };
    const heard = () => {
      entry.unanswered = 0;
    };
    this.#open.add(entry);
    socket.on("pong", heard);
    socket.on("message", heard);
    socket.once("close", () => this.#open.delete(entry));
  }

  ofUser(userId: string): number {
    let count = 0;
    for (const { session } of this.#open) if (session.user.id === userId) count += 1;
    return count;
  }

  /** Closes what a user, or anybody, may no longer have open, as something of theirs has changed. */
  recheck(changed: ChangedUser): void {
    this.#judge([...this.#open].filter(({ session }) => concerns(changed, session.user.id)));
  }

  /** Closes everything, as the server stops. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    const sockets = [...this.#open].map(({ socket }) => socket);
    await Promise.all(
      sockets.map(async (socket) => {
        const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
        this.#dismiss(socket, 1012, "Passdeck is restarting.");
        await closed;
      }),
    );
  }

  /** Says goodbye, and cuts the connection where that is not answered in time. */
  #dismiss(socket: WebSocket, code: number, reason: string): void {
    const cut = setTimeout(() => socket.terminate(), this.#limits.farewellMs);
    socket.once("close", () => clearTimeout(cut));
    socket.close(code, reason);
  }

  #endSession(socket: WebSocket, { code, reason }: Farewell): void {
    // What still comes in until the other end has understood counts no more.
    socket.removeAllListeners("message");
    this.#dismiss(socket, code, reason);
  }

  #beat(): void {
    for (const entry of this.#judge(this.#open)) {
      // A socket that its route does not read from for now can't show a sign of life.
      if (entry.socket.isPaused) entry.unanswered = 0;
      if (this.#isStuck(entry)) entry.socket.terminate();
      else this.#ping(entry);
    }
  }

  /** Closes those whose session is over, or has other rights by now. @returns the others. */
  #judge(entries: Iterable<OpenSocket<Holder>>): OpenSocket<Holder>[] {
    const sessions = new Map<string, Holder | null>();
    return [...entries].filter(({ socket, session }) => {
      const known = sessions.get(session.id);
      const now = known === undefined ? this.#options.sessionOf(session.id) : known;
      sessions.set(session.id, now);
      if (now !== null && this.#options.isSame(now, session)) return true;
      this.#endSession(socket, now === null ? (this.#options.over ?? signedOut) : otherRights);
      return false;
    });
  }

  #ping(entry: OpenSocket<Holder>): void {
    entry.unanswered += 1;
    entry.socket.ping();
  }

  #isStuck({ socket, unanswered }: OpenSocket<Holder>): boolean {
    const { unansweredPings, waitingBytes } = this.#limits;
    return unanswered >= unansweredPings || socket.bufferedAmount > waitingBytes;
  }
}

/** Whether what was opened by one may go on by the other. */
export function hasSameRights(now: Session, before: Session): boolean {
  return (
    now.user.level === before.user.level &&
    isSameShared(now.shared, before.shared) &&
    isSameGrants(now.grants, before.grants)
  );
}
