import type { FileReplacement } from "../../host/configuration/host-configuration";
import type { NoGuide } from "../guide/guide-request";

type Words = readonly string[];

/** A host's network from one way of being to another: what is run while the files are the old ones, and then what is. */
export interface Way {
  /** Takes down what is there; that it fails says nothing, as half of it may be gone. */
  before: Words[];
  /** Brings up what the files say. */
  after: Words[];
}

/** There, and back again. */
export interface ThereAndBack {
  there: Way;
  back: Way;
}

/** What making a bridge of a network card takes. */
export interface BridgeChange extends ThereAndBack {
  /** The files of the host's that say it for good. */
  files: FileReplacement[];
  /**
   * What it is tried by: files below /run, which a restart of the host empties. Where a manager reads none, those of the host's
   * themselves.
   */
  live: FileReplacement[];
  /** Run once the files are there for good, and the live ones gone. */
  kept: Words[];
  /** The bridge is taken away again, whenever that may be. */
  undone: ThereAndBack;
  /** What else happens, a sentence each. */
  notes: string[];
}

export type PlannedBridge = BridgeChange | NoGuide;

/** The files that are planned with, by paths without a leading slash. */
export interface BridgeFiles {
  text(path: string): string | null;
  /** The names in a folder. */
  names(folder: string): readonly string[];
  has(path: string): boolean;
}

/** A file that becomes another one; null where it is that already. */
export function changeOf(files: BridgeFiles, path: string, to: string): FileReplacement[] {
  const from = files.text(path);
  return from === to ? [] : [{ path, from, to, executable: false }];
}

/**
 * A program that may wait for a DHCP server for minutes is ended (timeout(1)), so that the way back is not kept waiting.
 * @param seconds That it may take.
 */
export function within(seconds: number, ...words: string[]): string[] {
  return ["timeout", "--kill-after=5", String(seconds), ...words];
}

/** Seconds that programs of the way there may take, together less than a trial lasts. */
export const seconds = { down: 15, up: 40 } as const;

/** On the way back a DHCP server may take its time. */
export const patientSeconds = 300;

/** ip-link(8) */
export function deleteBridge(bridge: string): string[] {
  return ["ip", "link", "delete", bridge, "type", "bridge"];
}
