import type { ToolResult } from "../tools";

/**
 * Why the kernel refused, by errno(3): "EBUSY", "ENODEV" …; "timed-out" where it has not answered yet, "failed" where
 * nothing tells.
 */
export class HostWriteError extends Error {
  override readonly name = "HostWriteError";

  constructor(
    readonly code: string,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${code}`, options);
  }
}

/** What a file's bytes are told in. */
export const fileEncodings = ["utf8", "base64"] as const;
export type FileEncoding = (typeof fileEncodings)[number];

/**
 * Writes into the files of a host by which the kernel is told what to do. Writing may take as long as a driver pleases,
 * for ever if it hangs; no such wait may hold up the process. Paths are as in {@link HostTree}, without a leading slash.
 */
export interface HostWriter {
  /** One write of `value` with a line feed. Rejects with a HostWriteError. */
  write(path: string, value: string): Promise<void>;
  /**
   * A file whose reading may wait for a driver as well. Rejects with a HostWriteError.
   * @param encoding Default: "utf8".
   */
  read(path: string, encoding?: FileEncoding): Promise<string>;
  /** Has modprobe load a module, with what it needs. */
  loadModule(name: string): Promise<ToolResult>;
}
