import { AppError } from "../../errors";
import { HostRouteError } from "../route/host-route-error";
import { lookForKey } from "./host-keys";
import { type SshAccess, SshMaster } from "./ssh-master";

/** The connection to a host for as long as it is managed: opened when it is needed, anew after it has ended. */
export class SshLink {
  #access: SshAccess;
  #master: Promise<SshMaster> | null = null;
  /** As {@link #master}, also after its end. */
  #last: Promise<SshMaster> | null = null;
  #closed = false;
  readonly #openers: ((master: SshMaster) => Promise<void>)[] = [];

  constructor(access: SshAccess) {
    this.#access = access;
  }

  /** The open connection. @throws HostRouteError that says why none can be opened */
  master(): Promise<SshMaster> {
    if (this.#closed) return Promise.reject(new Error("Passdeck has closed its connection to this host."));
    if (this.#master !== null) return this.#master;
    const opening = this.#open();
    this.#master = opening;
    this.#last = opening;
    const forget = () => {
      if (this.#master === opening) this.#master = null;
    };
    opening.then((master) => {
      for (const opened of this.#openers) void opened(master);
      void master.ended.then(forget);
    }, forget);
    return opening;
  }

  async #open(): Promise<SshMaster> {
    const { expectedKey, ...access } = this.#access;
    if (expectedKey !== undefined)
      this.#access = { ...access, pins: [await lookForKey(access, expectedKey)] };
    return SshMaster.open(this.#access);
  }

  /** As {@link master}, for what people ask for. @throws AppError "host-unreachable" that says why, and what to do */
  async reach(): Promise<SshMaster> {
    try {
      return await this.master();
    } catch (cause) {
      if (!(cause instanceof HostRouteError)) throw cause;
      throw new AppError("host-unreachable", { userMessage: `${cause.message} ${cause.fix}`, cause });
    }
  }

  /** Calls `opened` with each connection from now on. */
  onOpen(opened: (master: SshMaster) => Promise<void>): void {
    this.#openers.push(opened);
  }

  /** Why the connection over which something broke off has ended; null where it stands. */
  async whyEnded(): Promise<HostRouteError | null> {
    const master = await this.#last?.catch(() => null);
    if (!master || (await master.stands())) return null;
    return master.ended;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#master?.then(
      (master) => master.close(),
      () => undefined,
    );
  }
}
