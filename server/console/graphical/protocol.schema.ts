/**
 * What goes over /ws/graphical, for the server and the browser alike.
 *
 * The browser's first frame carries the ticket, as on /ws/console. The server answers `opened`; from then on binary
 * frames are VNC's own bytes both ways (RFC 6143), cut at any place, and text frames are JSON control messages.
 * The server has signed in to the guest's screen by then: the browser is offered the security type "None".
 */
import { closeCodes, type KeyboardMessage, parseKeyboard } from "../protocol.schema";

export type GraphicalServerControl =
  /** `viewerId`: this viewer's name in the list of all at the screen. */
  | { type: "opened"; readOnly: boolean; viewerId: string }
  /** Why the socket is closed next, in as many words as it takes. */
  | { type: "refused"; message: string }
  /** Browsers that show this screen now, this one among them. */
  | { type: "viewers"; count: number }
  | KeyboardMessage
  | { type: "pong" };

export const graphicalCloseCodes = {
  ...closeCodes,
  /** The VM has no screen that can be shown; `refused` said why. */
  noScreen: 4409,
  /** The guest's end closed: the VM went off, or its screen was taken away. */
  screenClosed: 4410,
} as const;

/** Null for what this version of the page does not know. */
export function parseGraphicalControl(text: string): GraphicalServerControl | null {
  const message = parseObject(text);
  switch (message?.type) {
    case "opened":
      return typeof message.viewerId === "string"
        ? { type: "opened", readOnly: message.readOnly === true, viewerId: message.viewerId }
        : null;
    case "refused":
      return typeof message.message === "string" ? { type: "refused", message: message.message } : null;
    case "viewers":
      return typeof message.count === "number" ? { type: "viewers", count: message.count } : null;
    case "keyboard":
      return parseKeyboard(message);
    case "pong":
      return { type: "pong" };
    default:
      return null;
  }
}

/** Whether a text frame is the one message that a browser has: a browser cannot see the pings of WebSocket itself. */
export function isPing(text: string): boolean {
  return parseObject(text)?.type === "ping";
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
