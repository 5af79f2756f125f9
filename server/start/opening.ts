import type { Logger } from "pino";
import type { Settings } from "../settings";

/** What each room is opened with. */
export interface Opening {
  settings: Settings;
  log: Logger;
  /** What has to be closed, in the order in which it was opened. */
  closers: (() => unknown)[];
  /** What sessions and second factors take for the time, Unix milliseconds. */
  now(): number;
}
