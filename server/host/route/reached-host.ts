import type { Host } from "../host";

/** Another machine, and what ends the ways to it. */
export interface ReachedHost {
  host: Host;
  close(): Promise<void>;
}
