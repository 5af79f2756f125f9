import type { WebSocket } from "ws";
import type { GuestDoor } from "./guest-door";
import { OpenSockets, type SocketHolder, type SocketLimits } from "./open-sockets";

/** How often it is looked whether a link's time is up: nobody tells of that. */
const lookMs = 500;

/** Every open socket of a guest; each is closed when its link ends, in whichever way. */
export class OpenGuests {
  readonly #open: OpenSockets<SocketHolder>;
  readonly #look: NodeJS.Timeout;

  constructor({ works }: Pick<GuestDoor, "works">, limits: SocketLimits) {
    this.#open = new OpenSockets(limits, {
      sessionOf: (linkId) => (works(linkId) ? holderOf(linkId) : null),
      isSame: () => true,
      over: { code: 4403, reason: "This link has ended." },
    });
    this.#look = setInterval(() => this.recheck(), lookMs).unref();
  }

  add(socket: WebSocket, linkId: string): void {
    this.#open.add(socket, holderOf(linkId));
  }

  ofLink(linkId: string): number {
    return this.#open.ofUser(linkId);
  }

  /** Closes those whose link has ended. */
  recheck(): void {
    // Whose the change was does not matter: it may be a link's maker, whom sockets here know nothing of.
    this.#open.recheck(null);
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
    await this.#open.close();
  }
}

function holderOf(linkId: string): SocketHolder {
  return { id: linkId, user: { id: linkId } };
}
