import {
  type GraphicalServerControl,
  graphicalCloseCodes,
  parseGraphicalControl,
} from "@/server/console/graphical/protocol.schema";
import { freeKeyboard, type KeyboardState } from "@/server/console/protocol.schema";
import { type SocketAccess, TicketedLink } from "../ticketed-link";
import { ScreenChannel } from "./screen-channel";

/** What is known of a screen's connection, for the page to show. */
export interface ScreenStatus {
  /** "idle": nobody asked for it; "waiting": it will be tried again by itself; "closed": only when somebody asks. */
  link: "idle" | "connecting" | "open" | "waiting" | "closed";
  /** Why it is so, for people. */
  message: string | null;
  readOnly: boolean;
  /** This page's name in the list of the screen's viewers; null before it is let in. */
  viewerId: string | null;
  keyboard: KeyboardState;
  /** Browsers that show this screen now, this one among them. */
  viewers: number;
}

export const initialScreenStatus: ScreenStatus = {
  link: "idle",
  message: null,
  readOnly: false,
  viewerId: null,
  keyboard: freeKeyboard,
  viewers: 0,
};

export interface ScreenSocketOptions extends SocketAccess {
  /** A connection stands: VNC's handshake may begin. */
  onChannel(channel: ScreenChannel): void;
  /** The channel is of no use any more. */
  onLost(): void;
  onStatus(status: ScreenStatus): void;
  readOnly?: boolean;
}

const finalCodes: readonly number[] = [
  graphicalCloseCodes.badFrame,
  graphicalCloseCodes.vmRemoved,
  graphicalCloseCodes.noScreen,
  graphicalCloseCodes.disconnected,
  graphicalCloseCodes.tooMany,
];

/** A page's end of a VM's screen. It connects with a fresh ticket, and again when the connection is lost. */
export class ScreenSocket {
  status: ScreenStatus;
  readonly #options: ScreenSocketOptions;
  readonly #link: TicketedLink;
  #channel: ScreenChannel | null = null;

  constructor(options: ScreenSocketOptions) {
    this.#options = options;
    this.status = { ...initialScreenStatus, readOnly: options.readOnly ?? false };
    this.#link = new TicketedLink({
      access: options,
      finalCodes,
      readOnly: this.status.readOnly,
      resume: () => null,
      onBytes: (bytes) => this.#channel?.receive(bytes),
      onControl: (text) => this.#obey(parseGraphicalControl(text)),
      onChange: (change) => this.#tell(change),
      onDropped: () => this.#dropChannel(),
    });
  }

  /** Connects now, also when the next try is a while away. */
  connect(): void {
    this.#link.connect();
  }

  /** Lets go until somebody asks again. */
  rest(): void {
    this.#link.drop();
    this.#tell({ link: "idle", message: null, viewers: 0 });
  }

  /** Connects anew with the right to type, or without it. */
  setReadOnly(readOnly: boolean): void {
    this.#link.setReadOnly(readOnly);
  }

  #obey(control: GraphicalServerControl | null): void {
    if (control?.type === "refused") this.#link.refused(control.message);
    else if (control?.type === "viewers") this.#tell({ viewers: control.count });
    else if (control?.type === "keyboard") this.#tell({ keyboard: control });
    else if (control?.type === "opened") {
      this.#link.opened();
      const channel: ScreenChannel = new ScreenChannel((bytes) => {
        // noVNC may have a word left for a connection that there is no more.
        if (channel === this.#channel) this.#link.send(bytes.slice());
      });
      this.#channel = channel;
      const { readOnly, viewerId } = control;
      this.#tell({ link: "open", message: null, readOnly, viewerId, keyboard: freeKeyboard });
      this.#options.onChannel(channel);
    }
  }

  #dropChannel(): void {
    if (this.#channel === null) return;
    this.#channel = null;
    this.#options.onLost();
  }

  #tell(change: Partial<ScreenStatus>): void {
    this.status = { ...this.status, ...change };
    this.#options.onStatus(this.status);
  }
}
