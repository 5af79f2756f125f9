import { MalformedInput } from "./malformed-input";

/** What a VNC client says, by the first byte (RFC 6143, 7.5, and the community's list, rfbproto.rst). */
export const clientMessage = {
  setPixelFormat: 0,
  setEncodings: 2,
  framebufferUpdateRequest: 3,
  keyEvent: 4,
  pointerEvent: 5,
  clientCutText: 6,
  enableContinuousUpdates: 150,
  fence: 248,
  xvp: 250,
  setDesktopSize: 251,
  qemu: 255,
} as const;

/** Messages whose length their type alone tells, in bytes. */
const fixedLengths: Readonly<Record<number, number>> = {
  [clientMessage.setPixelFormat]: 20,
  [clientMessage.framebufferUpdateRequest]: 10,
  [clientMessage.keyEvent]: 8,
  [clientMessage.pointerEvent]: 6,
  [clientMessage.enableContinuousUpdates]: 10,
  [clientMessage.xvp]: 4,
};

/** More encodings than there are. */
const mostEncodings = 1_024;
/** Largest clipboard that goes to a guest. */
const mostText = 1024 * 1024;
const mostFenceBytes = 64;

/**
 * The length of the message that starts at `at`; null where too little of it is there to tell. Throws
 * {@link MalformedInput} for a type that is unknown, since nobody could tell where the next message begins.
 */
export function lengthOfMessage(data: Buffer, at: number): number | null {
  const type = data.readUInt8(at);
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return fixed;
  const there = data.length - at;
  switch (type) {
    case clientMessage.setEncodings:
      return there < 4 ? null : 4 + 4 * atMost(mostEncodings, data.readUInt16BE(at + 2));
    case clientMessage.clientCutText:
      // A negative length marks the extended clipboard.
      return there < 8 ? null : 8 + atMost(mostText, Math.abs(data.readInt32BE(at + 4)));
    case clientMessage.fence:
      return there < 9 ? null : 9 + atMost(mostFenceBytes, data.readUInt8(at + 8));
    case clientMessage.setDesktopSize:
      return there < 8 ? null : 8 + 16 * data.readUInt8(at + 6);
    case clientMessage.qemu:
      return there < 4 ? null : lengthOfQemuMessage(data, at);
    default:
      throw new MalformedInput(`there is no client message ${type}`);
  }
}

/** Keys with their scan codes, and sound (rfbproto.rst, "QEMU Client Message"). */
function lengthOfQemuMessage(data: Buffer, at: number): number {
  const kind = data.readUInt8(at + 1);
  if (kind === 0) return 12;
  const operation = data.readUInt16BE(at + 2);
  if (kind === 1 && operation <= 1) return 4;
  if (kind === 1 && operation === 2) return 10;
  throw new MalformedInput(`there is no QEMU client message ${kind}, ${operation}`);
}

function atMost(most: number, value: number): number {
  if (value > most) throw new MalformedInput(`${value} is more than the ${most} that are allowed`);
  return value;
}
