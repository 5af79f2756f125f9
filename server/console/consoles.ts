import type { WebSocket } from "ws";
import { AppError } from "../errors";
import { closeAll } from "./close-all";
import type { ConsoleNotes } from "./console-notes";
import { takeFirstFrame } from "./first-frame";
import { Gate } from "./gate";
import { type ConsoleLimits, consoleLimits } from "./limits";
import { ConsolePeople } from "./people/console-people";
import type { Person } from "./people/person";
import { closeCodes, type OpenFrame } from "./protocol.schema";
import { SerialSession } from "./serial-session";
import type { ConsoleSource, ConsoleVm, ConsoleVmChange } from "./source";
import { type ConsoleGrant, type IssuedTicket, Tickets } from "./tickets";

/** Who asks for a ticket. */
export type ConsoleUser = Pick<Person, "id">;

/** Who opens a console with a ticket. */
export interface ConsoleViewer extends Person {
  /** Whether they may still open what a ticket opens; asked again while it is open. */
  mayOpen(grant: Pick<ConsoleGrant, "hostId" | "vmId" | "kind" | "readOnly">): boolean;
}

export interface ConsolesOptions {
  source: ConsoleSource;
  /** Who is at which console; of all kinds together where others ask. */
  people?: ConsolePeople;
  log: ConsoleNotes;
  limits?: ConsoleLimits;
}

/** A close code and its reason. */
type Refusal = readonly [code: number, reason: string];

const refusals = {
  missing: [closeCodes.badFrame, "No ticket came."],
  malformed: [closeCodes.badFrame, "The first frame was no ticket."],
  badTicket: [closeCodes.ticketRefused, "The ticket was used already or has expired. Connect again."],
  notAllowed: [closeCodes.ticketRefused, "Your role does not allow this any more."],
  removed: [closeCodes.vmRemoved, "The VM was deleted."],
  tooMany: [closeCodes.tooMany, "Too many consoles are open at once."],
  restarting: [closeCodes.restarting, "Passdeck is restarting."],
} as const satisfies Record<string, Refusal>;

/** Every console of every host: hands out tickets, takes the sockets, and keeps each running VM's output. */
export class Consoles {
  readonly #source: ConsoleSource;
  readonly #people: ConsolePeople;
  readonly #log: ConsolesOptions["log"];
  readonly #limits: ConsoleLimits;
  readonly #tickets = new Tickets();
  readonly #openings: Gate;
  readonly #vms = new Map<string, ConsoleVm>();
  readonly #sessions = new Map<string, SerialSession>();
  readonly #sockets = new Set<WebSocket>();
  readonly #stopListening: () => void;
  #closing = false;

  constructor({ source, people = new ConsolePeople(), log, limits = consoleLimits }: ConsolesOptions) {
    this.#source = source;
    this.#people = people;
    this.#log = log;
    this.#limits = limits;
    this.#openings = new Gate(limits.openings);
    this.#stopListening = source.onVmChange((change) => this.#follow(change));
    for (const vm of source.list()) this.#follow({ ...vm, removed: false });
  }

  /** A ticket for `user` to open a VM's console once. Throws "not-found" for a VM that is not there. */
  issueTicket(user: ConsoleUser, request: Omit<ConsoleGrant, "userId">): IssuedTicket {
    if (!this.#vms.has(keyOf(request))) {
      throw new AppError("not-found", { userMessage: "There is no such VM. It may have been deleted." });
    }
    return this.#tickets.issue({ ...request, userId: user.id });
  }

  /** Whose an unused ticket is; see {@link Tickets.holderOf}. */
  holderOf(ticket: string): string | null {
    return this.#tickets.holderOf(ticket);
  }

  /**
   * Takes an authenticated socket of /ws/console over, whose first frame has to carry a ticket of `user`. Whoever
   * accepted it closes it when the user's session ends.
   */
  accept(socket: WebSocket, user: ConsoleViewer): void {
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => this.#sockets.delete(socket));
    takeFirstFrame(socket, this.#limits.firstFrameWithin, (frame) => {
      const refusal = typeof frame === "string" ? refusals[frame] : this.#admit(socket, user, frame);
      if (refusal !== null) socket.close(...refusal);
    });
  }

  /** Tells every viewer that the server stops, then lets go of every guest. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#stopListening();
    for (const session of this.#sessions.values()) session.close(...refusals.restarting);
    this.#sessions.clear();
    for (const socket of this.#sockets) socket.close(...refusals.restarting);
    await closeAll(this.#sockets, this.#limits.farewell);
  }

  /** Null, or why the socket is closed. */
  #admit(socket: WebSocket, user: ConsoleViewer, frame: OpenFrame): Refusal | null {
    if (this.#closing) return refusals.restarting;
    const grant = this.#tickets.redeem(frame.ticket, user.id);
    if (grant === null) return refusals.badTicket;
    if (!user.mayOpen(grant)) return refusals.notAllowed;
    const vm = this.#vms.get(keyOf(grant));
    if (vm === undefined) return refusals.removed;
    const session = this.#sessionOf(vm, (other) => other.unwatched);
    if (session === null || session.full) return refusals.tooMany;
    const { hostId, vmId, kind, readOnly } = grant;
    const { name, guestOf, address } = user;
    const fields = { user: name, guestOf, hostId, vmId, kind, readOnly, address };
    this.#log.info(fields, "console opened");
    const seat = this.#people.sit(
      { hostId, vmId, kind },
      {
        person: user,
        readOnly,
        mayStay: () => user.mayOpen(grant),
        close: (code, reason) => {
          // A paused socket would not read the other side's goodbye.
          socket.resume();
          socket.close(code, reason);
        },
      },
    );
    socket.once("close", () => {
      this.#log.info(fields, "console closed");
      this.#people.leave(seat);
    });
    session.attach(socket, seat, frame.resume);
    return null;
  }

  #follow({ removed, ...vm }: ConsoleVmChange): void {
    const key = keyOf(vm);
    if (removed) {
      this.#vms.delete(key);
      this.#sessions.get(key)?.close(...refusals.removed);
      this.#sessions.delete(key);
      return;
    }
    this.#vms.set(key, vm);
    const known = this.#sessions.get(key);
    if (known !== undefined) known.follow(vm);
    else if (vm.running && vm.hasSerialConsole)
      this.#sessionOf(vm, (other) => other.unwatched && other.resting);
  }

  /** The VM's session, where need be a new one in the place of one that `mayGo`; null when there are too many. */
  #sessionOf(vm: ConsoleVm, mayGo: (session: SerialSession) => boolean): SerialSession | null {
    const key = keyOf(vm);
    const known = this.#sessions.get(key);
    if (known !== undefined) return known;
    if (this.#sessions.size >= this.#limits.sessions && !this.#forgetOne(mayGo)) return null;
    const session = new SerialSession({
      open: (force) => this.#openings.run(() => this.#source.open(vm.hostId, vm.vmId, force)),
      limits: this.#limits,
    });
    this.#sessions.set(key, session);
    session.follow(vm);
    return session;
  }

  #forgetOne(mayGo: (session: SerialSession) => boolean): boolean {
    for (const [key, session] of this.#sessions) {
      if (!mayGo(session)) continue;
      session.close(...refusals.tooMany);
      return this.#sessions.delete(key);
    }
    return false;
  }
}

function keyOf({ hostId, vmId }: { hostId: string; vmId: string }): string {
  return `${hostId}/${vmId}`;
}
