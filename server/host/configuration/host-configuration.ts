import type { ToolResult } from "../tools";
import type { BootSpace } from "./boot-space";

/** A file as it stands, links on the way to it followed. */
export interface KeptFile {
  bytes: Uint8Array;
  /** Permissions, as chmod(2) takes them. */
  mode: number;
  uid: number;
  gid: number;
}

/** A file that becomes another one. null: there is no file. */
export interface FileReplacement {
  /** Without a leading slash. */
  path: string;
  from: string | null;
  to: string | null;
  /** Whether a new file can be run; one that is there keeps its mode. */
  executable: boolean;
}

/**
 * Changes the files that decide how a host and its network start, and runs what takes them over: what makes boot menus and
 * initial RAM disks, and the network's managers. Both are fixed lists (`allowed-files.ts`, `allowed-commands.ts`): nothing else can be written or run by it, whoever asks.
 * Paths have no leading slash.
 */
export interface HostConfiguration {
  /** null where there is no file. @throws AppError "forbidden" of what is not on the list, or no plain file. */
  read(path: string): Promise<KeptFile | null>;
  /**
   * Makes `to` of a file that is `from`, at once or not at all; does nothing where it is `to` already.
   * @throws AppError "conflict" where it is neither: somebody else has changed it, and it stays as it is.
   */
  replace(change: FileReplacement): Promise<void>;
  /** The folders above a file that are not there, the outermost first. */
  missingFolders(path: string): Promise<string[]>;
  /** Takes folders of that file's away which nothing is in, the innermost first. */
  removeFolders(path: string, folders: readonly string[]): Promise<void>;
  /** @throws AppError "forbidden" of what is not on the list. Whatever else comes of it is in the result. */
  run(words: readonly string[]): Promise<ToolResult>;
  /** The file systems that the host boots from, with the room on them. */
  bootSpace(): Promise<BootSpace[]>;
}
