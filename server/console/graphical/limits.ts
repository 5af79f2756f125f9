const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Every bound of the graphical consoles. Bytes or milliseconds. */
export interface GraphicalLimits {
  /** A guest's screen is not read while more than this waits for its viewer, until it is under `waitingLow`. */
  waitingHigh: number;
  waitingLow: number;
  /** Each is a connection to QEMU, which takes 32 and keeps a copy of the screen for each. */
  viewersPerVm: number;
  viewers: number;
  /** Screens being opened at the same time, over all hosts. */
  openings: number;
  firstFrameWithin: number;
  /** How long a guest's screen may take to let the server in. */
  signInWithin: number;
  /** How long viewers get to close politely when the server stops. */
  farewell: number;
}

export const graphicalLimits: GraphicalLimits = {
  waitingHigh: mebibyte,
  waitingLow: 256 * kibibyte,
  viewersPerVm: 16,
  viewers: 256,
  openings: 8,
  firstFrameWithin: 5_000,
  signInWithin: 10_000,
  farewell: 1_000,
};
