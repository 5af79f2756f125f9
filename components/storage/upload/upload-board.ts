import { Listeners } from "@/components/fleet/listeners";

export interface Upload {
  id: number;
  hostId: string;
  pool: string;
  name: string;
  /** Bytes. */
  size: number;
  sent: number;
  state: "running" | "paused" | "done" | "failed";
  bytesPerSecond: number | null;
  /** Why it failed. */
  problem: string | null;
  /** SHA-256 of what the host has, once it has all. */
  checksum: string | null;
}

const none: readonly Upload[] = [];

/** What there is to see of uploads, apart from what carries them, which comes with the first. */
export class UploadBoard {
  #uploads = none;
  readonly changes = new Listeners();

  /** The oldest first; the same array until something changes. */
  all = (): readonly Upload[] => this.#uploads;

  show(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.changes.tell();
  }
}

/** The uploads of this browser tab. */
export const uploadBoard = new UploadBoard();

/** Whether leaving the page would stop anything. */
export function isUnderWay({ state }: Upload): boolean {
  return state === "running" || state === "paused";
}
