/** `enum virNetMessageType` of libvirt's `virnetprotocol.x`. */
export const frameType = {
  CALL: 0,
  REPLY: 1,
  MESSAGE: 2,
  STREAM: 3,
  STREAM_HOLE: 6,
} as const;

/** `enum virNetMessageStatus`: CONTINUE is for streams, "more follows". */
export const frameStatus = { OK: 0, ERROR: 1, CONTINUE: 2 } as const;

/** The length word, which counts itself, and the six words of `struct virNetMessageHeader`. */
export const headerLength = 28;

/** Every program of the protocol is at its first version. */
export const protocolVersion = 1;

/** VIR_NET_MESSAGE_MAX and the length word: libvirt sends and takes nothing larger. */
export const maximumFrameLength = 33_554_432 + 4;

/** VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX: as much of a stream as every libvirt takes in one frame. */
export const maximumStreamPayload = 262_120;

export interface FrameHeader {
  program: number;
  procedure: number;
  type: number;
  /** Chosen by the caller and repeated in the reply; 0 in events and keepalive. */
  serial: number;
  status: number;
}

/**
 * One message of the protocol. Its payload are the `bytes` from `start` to `end`: not a Buffer of its own, since making
 * one costs as much as reading a usual reply.
 */
export interface Frame extends FrameHeader {
  bytes: Buffer;
  start: number;
  end: number;
}
