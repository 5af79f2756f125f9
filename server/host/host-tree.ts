import type { HostFiles, ReadBatch } from "./host-files";

/**
 * A Linux host as its files tell it. The same facts are read from the machine itself, from a captured folder and,
 * with another implementation, from a remote host over ssh.
 *
 * Paths are relative to the host's root and have no leading slash (`sys/bus/pci/devices`). Links are followed
 * inside the root only: an absolute target or a `..` never leads out of it. What is not there is null or empty;
 * what may not be read is an AppError "forbidden" that names the file.
 */
export interface HostTree {
  /** Names the host or folder in messages. */
  readonly name: string;
  /** A file's text, or null where there is none. */
  readText(path: string): Promise<string | null>;
  /** A file's bytes, or null where there is none. */
  readBytes(path: string): Promise<Uint8Array | null>;
  /** A link's target as written, or null where there is no link. */
  readLink(path: string): Promise<string | null>;
  /** Names in a folder, sorted; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Many reads at once: one pass here, one round trip on a remote host. */
  readMany(batch: ReadBatch): Promise<HostFiles>;
}
