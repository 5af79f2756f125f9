import type { WebSocket } from "ws";
import { AppError } from "../../errors";
import { closeAll } from "../close-all";
import type { ConsoleNotes } from "../console-notes";
import type { ConsoleUser, ConsoleViewer } from "../consoles";
import { takeFirstFrame } from "../first-frame";
import { Gate } from "../gate";
import { ConsolePeople } from "../people/console-people";
import type { OpenFrame } from "../protocol.schema";
import { type ConsoleGrant, type IssuedTicket, Tickets } from "../tickets";
import { type GraphicalLimits, graphicalLimits } from "./limits";
import { type GraphicalServerControl, graphicalCloseCodes } from "./protocol.schema";
import { ScreenBridge } from "./screen-bridge";
import type { GraphicalSource } from "./source";

export interface GraphicalConsolesOptions {
  source: GraphicalSource;
  /** Who is at which console; of all kinds together where others ask. */
  people?: ConsolePeople;
  log: ConsoleNotes;
  limits?: GraphicalLimits;
}

type Refusal = readonly [code: number, reason: string];

const refusals = {
  missing: [graphicalCloseCodes.badFrame, "No ticket came."],
  malformed: [graphicalCloseCodes.badFrame, "The first frame was no ticket."],
  notAllowed: [graphicalCloseCodes.ticketRefused, "Your role does not allow this any more."],
  badTicket: [
    graphicalCloseCodes.ticketRefused,
    "The ticket was used already or has expired. Connect again.",
  ],
  removed: [graphicalCloseCodes.vmRemoved, "The VM was deleted."],
  tooMany: [graphicalCloseCodes.tooMany, "Too many browsers show screens at once. Close one first."],
  noScreen: [graphicalCloseCodes.noScreen, "The VM’s screen cannot be shown."],
  restarting: [graphicalCloseCodes.restarting, "Passdeck is restarting."],
} as const satisfies Record<string, Refusal>;

/** The screens of every host's VMs: hands out tickets, and takes the sockets that show one. */
export class GraphicalConsoles {
  readonly #source: GraphicalSource;
  readonly #people: ConsolePeople;
  readonly #log: GraphicalConsolesOptions["log"];
  readonly #limits: GraphicalLimits;
  /** Not those of the serial consoles: a ticket of theirs is none here. */
  readonly #tickets = new Tickets();
  readonly #openings: Gate;
  readonly #sockets = new Set<WebSocket>();
  /** Who shows a VM's screen, by the VM's key. No empty set is kept. */
  readonly #bridges = new Map<string, Set<ScreenBridge>>();
  /** Viewers of each VM, those included whose screen is being opened. */
  readonly #places = new Map<string, number>();
  #closing = false;

  constructor({
    source,
    people = new ConsolePeople(),
    log,
    limits = graphicalLimits,
  }: GraphicalConsolesOptions) {
    this.#source = source;
    this.#people = people;
    this.#log = log;
    this.#limits = limits;
    this.#openings = new Gate(limits.openings);
  }

  /** A ticket for `user` to open a VM's screen once. Throws "not-found" for a VM that is not there. */
  issueTicket(user: ConsoleUser, request: Omit<ConsoleGrant, "userId">): IssuedTicket {
    if (!this.#source.has(request.hostId, request.vmId)) {
      throw new AppError("not-found", { userMessage: "There is no such VM. It may have been deleted." });
    }
    return this.#tickets.issue({ ...request, userId: user.id });
  }

  /** Whose an unused ticket is; see {@link Tickets.holderOf}. */
  holderOf(ticket: string): string | null {
    return this.#tickets.holderOf(ticket);
  }

  /**
   * Takes an authenticated socket of /ws/graphical over, whose first frame has to carry a ticket of `user`. Whoever
   * accepted it closes it when the user's session ends.
   */
  accept(socket: WebSocket, user: ConsoleViewer): void {
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => this.#sockets.delete(socket));
    takeFirstFrame(socket, this.#limits.firstFrameWithin, (frame) => {
      if (typeof frame !== "string") return void this.#admit(socket, user, frame);
      const refusal: Refusal = refusals[frame];
      socket.close(...refusal);
    });
  }

  /** Tells every viewer that the server stops, and lets go of every screen. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const bridges of this.#bridges.values()) {
      for (const bridge of bridges) bridge.close(...refusals.restarting);
    }
    for (const socket of this.#sockets) socket.close(...refusals.restarting);
    await closeAll(this.#sockets, this.#limits.farewell);
  }

  async #admit(socket: WebSocket, user: ConsoleViewer, frame: OpenFrame): Promise<void> {
    const grant = this.#tickets.redeem(frame.ticket, user.id);
    const refusal = this.#whyNot(grant, user);
    if (grant === null || refusal !== null) return socket.close(...(refusal ?? refusals.badTicket));
    const { hostId, vmId, kind, readOnly } = grant;
    const key = `${hostId}/${vmId}`;
    this.#addPlaces(key, 1);
    socket.once("close", () => this.#addPlaces(key, -1));
    try {
      const guest = await this.#openings.run(() => this.#source.open(hostId, vmId));
      // It went, or was told to, while its screen was being opened.
      if (socket.readyState !== socket.OPEN) return void guest.destroy();
      if (!user.mayOpen(grant)) {
        guest.destroy();
        return socket.close(...refusals.notAllowed);
      }
      const { name, guestOf, address } = user;
      const fields = { user: name, guestOf, hostId, vmId, kind, readOnly, address };
      this.#log.info(fields, "console opened");
      const seat = this.#people.sit(
        { hostId, vmId, kind },
        {
          person: user,
          readOnly,
          mayStay: () => user.mayOpen(grant),
          close: (code, reason) => bridge.close(code, reason),
        },
      );
      const bridge = new ScreenBridge({ socket, guest, seat, limits: this.#limits });
      socket.once("close", () => {
        this.#log.info(fields, "console closed");
        this.#people.leave(seat);
      });
      this.#join(key, socket, bridge);
    } catch (error) {
      this.#refuse(socket, error);
    }
  }

  #whyNot(grant: ConsoleGrant | null, user: ConsoleViewer): Refusal | null {
    if (this.#closing) return refusals.restarting;
    if (grant === null) return refusals.badTicket;
    if (!user.mayOpen(grant)) return refusals.notAllowed;
    if (!this.#source.has(grant.hostId, grant.vmId)) return refusals.removed;
    const all = [...this.#places.values()].reduce((sum, count) => sum + count, 0);
    const ofVm = this.#places.get(`${grant.hostId}/${grant.vmId}`) ?? 0;
    return ofVm >= this.#limits.viewersPerVm || all >= this.#limits.viewers ? refusals.tooMany : null;
  }

  #refuse(socket: WebSocket, error: unknown): void {
    if (socket.readyState !== socket.OPEN) return;
    const message =
      error instanceof AppError
        ? error.userMessage
        : "The VM’s screen cannot be reached; Passdeck’s log says why.";
    if (!(error instanceof AppError)) this.#log.error({ err: error }, "a screen could not be opened");
    socket.send(JSON.stringify({ type: "refused", message } satisfies GraphicalServerControl));
    socket.close(...refusals.noScreen);
  }

  #join(key: string, socket: WebSocket, bridge: ScreenBridge): void {
    const bridges = this.#bridges.get(key) ?? new Set();
    this.#bridges.set(key, bridges.add(bridge));
    tellCount(bridges);
    socket.once("close", () => {
      bridges.delete(bridge);
      if (bridges.size === 0 && this.#bridges.get(key) === bridges) this.#bridges.delete(key);
      tellCount(bridges);
    });
  }

  #addPlaces(key: string, change: number): void {
    const count = (this.#places.get(key) ?? 0) + change;
    if (count === 0) this.#places.delete(key);
    else this.#places.set(key, count);
  }
}

function tellCount(bridges: ReadonlySet<ScreenBridge>): void {
  for (const bridge of bridges) bridge.tell({ type: "viewers", count: bridges.size });
}
