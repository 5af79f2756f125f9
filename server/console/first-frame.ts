import type { RawData, WebSocket } from "ws";
import { type OpenFrame, parseOpenFrame } from "./protocol.schema";
import { asBuffer } from "./viewer";

/**
 * Waits for a socket's first frame, which has to carry a ticket.
 * @param onFrame called at most once: with the frame, with "malformed" where it is another one, or with "missing" where
 *   none came within `milliseconds`. Not at all where the socket closes before.
 */
export function takeFirstFrame(
  socket: WebSocket,
  milliseconds: number,
  onFrame: (frame: OpenFrame | "malformed" | "missing") => void,
): void {
  const settle = (frame: OpenFrame | "malformed" | "missing") => {
    clearTimeout(impatience);
    socket.off("message", read);
    onFrame(frame);
  };
  const read = (data: RawData, isBinary: boolean) =>
    settle((isBinary ? null : parseOpenFrame(asBuffer(data).toString())) ?? "malformed");
  const impatience = setTimeout(() => settle("missing"), milliseconds);
  socket.on("message", read);
  socket.once("close", () => clearTimeout(impatience));
}
