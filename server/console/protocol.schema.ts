/**
 * What goes over /ws/console, for the server and the browser alike.
 *
 * Binary frames are raw bytes: from the server what the guest printed, from the browser what was typed. Text frames
 * are JSON control messages. The browser's first frame is {@link OpenFrame}; the server answers `opened` and then
 * sends everything from `opened.offset` on.
 *
 * Offsets count the bytes that the guest printed since the server began to keep them. They mean something only
 * together with the `epoch`, which changes when the server starts anew. A browser acknowledges the bytes that its
 * terminal has drawn; the server never has more than a window of them under way.
 */

export const consoleStates = ["connecting", "connected", "off", "no-device", "busy", "disconnected"] as const;
/** "busy": another program, such as `virsh console`, holds the guest's console. */
export type ConsoleState = (typeof consoleStates)[number];

export interface OpenFrame {
  type: "open";
  ticket: string;
  /** Where to go on, when the browser has seen a part already. */
  resume: { epoch: string; offset: number } | null;
}

export type BrowserControl =
  | { type: "ack"; offset: number }
  | { type: "take-over" }
  /** Answered by `pong`: a browser cannot see the pings of WebSocket itself. */
  | { type: "ping" };

export type ServerControl =
  | {
      type: "opened";
      epoch: string;
      /** Offset of the first byte that follows. */
      offset: number;
      /** Bytes before this offset are history: a terminal must not answer the queries in them. */
      liveOffset: number;
      readOnly: boolean;
      /** This viewer's name in the list of all at the console. */
      viewerId: string;
      state: ConsoleState;
      message: string | null;
    }
  /** The viewer fell behind what is kept: `skipped` bytes are gone, the next byte is at `offset`. */
  | { type: "gap"; skipped: number; offset: number }
  | { type: "state"; state: ConsoleState; message: string | null }
  /** `answers`: this one terminal, of all that watch, is the one to answer the guest's queries. */
  | { type: "viewers"; count: number; answers: boolean }
  | KeyboardMessage
  | { type: "pong" };

/** Whose the keyboard is: everybody's until it is told. While it is another's, nothing that this browser sends goes to the guest. */
export interface KeyboardState {
  holder: "nobody" | "you" | "other";
  /** What the other one is called, where this viewer may know. */
  by: string | null;
}
export type KeyboardMessage = KeyboardState & { type: "keyboard" };

/** While everybody may type. */
export const freeKeyboard: KeyboardState = { holder: "nobody", by: null };

/** Why the server closed the socket. The reason that goes with it is a sentence for people. */
export const closeCodes = {
  restarting: 1012,
  badFrame: 4400,
  ticketRefused: 4403,
  vmRemoved: 4404,
  /** Somebody threw this viewer out. */
  disconnected: 4406,
  tooMany: 4429,
} as const;

/** Most bytes of one frame from the browser, the limit that the server enforces. */
export const maximumInputFrame = 64 * 1024;

export function parseOpenFrame(text: string): OpenFrame | null {
  const frame = parseRecord(text);
  if (frame?.type !== "open" || typeof frame.ticket !== "string") return null;
  const resume = frame.resume;
  if (resume === null || resume === undefined) return { type: "open", ticket: frame.ticket, resume: null };
  if (!isRecord(resume) || typeof resume.epoch !== "string" || !isOffset(resume.offset)) return null;
  return {
    type: "open",
    ticket: frame.ticket,
    resume: { epoch: resume.epoch, offset: resume.offset },
  };
}

export function parseBrowserControl(text: string): BrowserControl | null {
  const message = parseRecord(text);
  if (message?.type === "take-over") return { type: "take-over" };
  if (message?.type === "ping") return { type: "ping" };
  if (message?.type === "ack" && isOffset(message.offset)) return { type: "ack", offset: message.offset };
  return null;
}

/** Null for what this version of the page does not know. */
export function parseServerControl(text: string): ServerControl | null {
  const message = parseRecord(text);
  if (message === null) return null;
  switch (message.type) {
    case "opened": {
      const { epoch, offset, liveOffset, readOnly, viewerId } = message;
      const state = parseState(message);
      const isNamed = typeof epoch === "string" && typeof viewerId === "string";
      const known = isNamed && isOffset(offset) && isOffset(liveOffset) && state !== null;
      return known
        ? { type: "opened", epoch, offset, liveOffset, readOnly: readOnly === true, viewerId, ...state }
        : null;
    }
    case "gap": {
      const { skipped, offset } = message;
      return isOffset(skipped) && isOffset(offset) ? { type: "gap", skipped, offset } : null;
    }
    case "state": {
      const state = parseState(message);
      return state && { type: "state", ...state };
    }
    case "viewers":
      return isOffset(message.count)
        ? { type: "viewers", count: message.count, answers: message.answers === true }
        : null;
    case "keyboard":
      return parseKeyboard(message);
    case "pong":
      return { type: "pong" };
    default:
      return null;
  }
}

/** Whose the keyboard is; null where it is none of the words for it. */
export function parseKeyboard({ holder, by }: Record<string, unknown>): KeyboardMessage | null {
  if (holder !== "nobody" && holder !== "you" && holder !== "other") return null;
  return { type: "keyboard", holder, by: typeof by === "string" ? by : null };
}

function parseState(
  message: Record<string, unknown>,
): { state: ConsoleState; message: string | null } | null {
  const state = consoleStates.find((known) => known === message.state);
  if (state === undefined) return null;
  return { state, message: typeof message.message === "string" ? message.message : null };
}

function parseRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
