import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { decideFlow } from "./flow-control";
import type { ConsoleLimits } from "./limits";
import { nameFor } from "./people/person";
import type { Seat } from "./people/seat";
import type { OpenFrame } from "./protocol.schema";
import { Scrollback } from "./scrollback";
import { Upstream } from "./upstream";
import { Viewer } from "./viewer";

export interface SerialSessionOptions {
  open: (force: boolean) => Promise<Duplex>;
  limits: ConsoleLimits;
  now?: () => number;
}

/** One VM's serial console: the stream to the guest, what the guest printed, and who watches. */
export class SerialSession {
  /** Names this scrollback: offsets of another one mean nothing here. */
  readonly epoch = randomUUID();
  readonly #limits: ConsoleLimits;
  readonly #now: () => number;
  readonly #scrollback: Scrollback;
  readonly #upstream: Upstream;
  readonly #viewers = new Set<Viewer>();
  #holding = false;
  #flowTimer: NodeJS.Timeout | undefined;

  constructor({ open, limits, now = () => performance.now() }: SerialSessionOptions) {
    this.#limits = limits;
    this.#now = now;
    this.#scrollback = new Scrollback(limits.scrollback);
    this.#upstream = new Upstream({
      open,
      limits,
      onOutput: (chunk) => this.#take(chunk),
      onState: (state, message) => this.#tellAll({ type: "state", state, message }),
      onWritable: () => {
        for (const viewer of this.#viewers) viewer.release();
      },
    });
  }

  get unwatched(): boolean {
    return this.#viewers.size === 0;
  }

  /** Whether its VM is off, or has no console. */
  get resting(): boolean {
    return this.#upstream.state === "off" || this.#upstream.state === "no-device";
  }

  /** Whether nobody more may watch. */
  get full(): boolean {
    return this.#viewers.size >= this.#limits.viewersPerSession;
  }

  /** What libvirt says of the VM now. */
  follow(vm: { running: boolean; hasSerialConsole: boolean }): void {
    this.#upstream.follow(vm);
  }

  /** Lets a socket watch, and type where its seat says so, from where it left off or from the oldest byte kept. */
  attach(socket: WebSocket, seat: Seat, resume: OpenFrame["resume"]): void {
    const { start, end } = this.#scrollback;
    const goesOn = resume !== null && resume.epoch === this.epoch && resume.offset <= end;
    const from = goesOn ? resume.offset : start;
    const viewer = this.#makeViewer(socket, seat, from);
    const { state, message } = this.#upstream;
    const { epoch } = this;
    const { readOnly, id: viewerId } = seat;
    viewer.tell({ type: "opened", epoch, offset: from, liveOffset: end, readOnly, viewerId, state, message });
    const tellKeyboard = () => {
      const keyboard = seat.keyboard((holder) => nameFor(seat.person, holder, seat.place));
      viewer.tell({ type: "keyboard", ...keyboard });
    };
    if (seat.keyboardIsAnothers) tellKeyboard();
    seat.onKeyboard = () => {
      tellKeyboard();
      this.#tellCount(viewer);
    };
    this.#viewers.add(viewer);
    this.#tellViewers();
    viewer.pump();
    this.#regulate();
  }

  /** Ends the session: everybody is told why. */
  close(code: number, reason: string): void {
    clearTimeout(this.#flowTimer);
    this.#upstream.close();
    for (const viewer of this.#viewers) viewer.close(code, reason);
  }

  #makeViewer(socket: WebSocket, seat: Seat, from: number): Viewer {
    const viewer: Viewer = new Viewer({
      socket,
      seat,
      from,
      scrollback: this.#scrollback,
      limits: this.#limits,
      now: this.#now,
      events: {
        onInput: (bytes) => {
          if (!this.#upstream.write(bytes)) viewer.hold();
        },
        onAcknowledged: () => this.#regulate(),
        onTakeOver: () => this.#upstream.takeOver(),
        onClosed: () => this.#leave(viewer),
      },
    });
    return viewer;
  }

  #take(chunk: Buffer): void {
    this.#scrollback.append(chunk);
    for (const viewer of this.#viewers) viewer.pump();
    this.#regulate();
  }

  #leave(viewer: Viewer): void {
    this.#viewers.delete(viewer);
    this.#tellViewers();
    this.#regulate();
  }

  #regulate(): void {
    const now = this.#now();
    const { hold, decideAgainAt } = decideFlow(this.#viewers, this.#holding, now, this.#limits);
    clearTimeout(this.#flowTimer);
    if (decideAgainAt !== null) {
      this.#flowTimer = setTimeout(() => this.#regulate(), Math.max(1, decideAgainAt - now));
    }
    if (hold === this.#holding) return;
    this.#holding = hold;
    this.#upstream.hold(hold);
  }

  #tellAll(message: Parameters<Viewer["tell"]>[0]): void {
    for (const viewer of this.#viewers) viewer.tell(message);
  }

  #tellViewers(): void {
    for (const viewer of this.#viewers) this.#tellCount(viewer);
  }

  /** Of several terminals only one may answer the guest's queries, or the guest reads each answer twice. */
  #tellCount(viewer: Viewer): void {
    const answering = [...this.#viewers].find(({ mayType }) => mayType);
    viewer.tell({ type: "viewers", count: this.#viewers.size, answers: viewer === answering });
  }
}
