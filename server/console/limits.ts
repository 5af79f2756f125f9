const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Every bound of the consoles, so that no guest and no viewer can make the server grow. Bytes or milliseconds. */
export interface ConsoleLimits {
  /** What is kept of a guest's output. */
  scrollback: number;
  /** Sent to a viewer and not yet acknowledged by it. */
  window: number;
  /** Largest frame to a viewer. */
  piece: number;
  /**
   * Bits of output follow each other by at least this much, or make one frame: an emulated serial port prints by the
   * byte, and a frame a byte would cost the guest its processor.
   */
  gather: number;
  /** Frames handed to a socket that the kernel has not taken yet: at most this many, refilled from `piecesLow` on. */
  piecesHigh: number;
  piecesLow: number;
  /** A socket with more than this left unread is cut. */
  unread: number;
  /** The guest is held back while its fastest viewer lags by more than `lagHigh`, until it is under `lagLow`. */
  lagHigh: number;
  lagLow: number;
  /** A viewer that owes an acknowledgement for this long holds nobody back any more. */
  stalledAfter: number;
  /** Typed and not yet taken by the guest; beyond it the typing sockets are no longer read. */
  pendingInput: number;
  viewersPerSession: number;
  sessions: number;
  /** Consoles being opened at the same time, over all hosts. */
  openings: number;
  firstFrameWithin: number;
  /** Pauses between tries to open a console: doubled from the first to the longest. */
  firstRetry: number;
  longestRetry: number;
  /** How long a stream may go on after libvirt said that its VM is off, to deliver the last words. */
  lastWords: number;
  /** How long viewers get to close politely when the server stops. */
  farewell: number;
}

export const consoleLimits: ConsoleLimits = {
  scrollback: mebibyte,
  window: 512 * kibibyte,
  piece: 64 * kibibyte,
  gather: 2,
  piecesHigh: 16,
  piecesLow: 4,
  unread: 4 * mebibyte,
  lagHigh: 512 * kibibyte,
  lagLow: 256 * kibibyte,
  stalledAfter: 2_000,
  pendingInput: 256 * kibibyte,
  viewersPerSession: 64,
  sessions: 1_024,
  openings: 8,
  firstFrameWithin: 5_000,
  firstRetry: 100,
  longestRetry: 2_000,
  lastWords: 2_000,
  farewell: 1_000,
};
