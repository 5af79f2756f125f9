import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { IncomingFile } from "../upload/incoming-file";
import { VolumeWriter } from "../upload/volume-writer";
import { type OpenUrlOptions, openUrl } from "./open-url";

export interface DownloadInput extends OpenUrlOptions {
  url: string;
  pool: string;
  /** The volume's name. */
  name: string;
  /** What the file's checksum has to be; null where nobody knows. */
  checksum: string | null;
  progress(done: number, total: number): void;
  /** Makes the volume, of that many bytes. */
  make(sizeBytes: number): Promise<unknown>;
}

/**
 * Fetches a file into a new volume, nothing of it anywhere else. Resolves to its checksum: of the sort that it has to be, or SHA-256.
 * @throws AppError where it can't be had, is not to be kept, or is not the one that was meant. The volume may be there then.
 */
export async function downloadVolume(connection: Connection, request: DownloadInput): Promise<string> {
  const { url, pool, name, checksum, progress } = request;
  const { body, sizeBytes } = await openUrl(url, request);
  try {
    await request.make(sizeBytes);
    const writer = await VolumeWriter.open(connection, { pool, volume: name, offset: 0, length: sizeBytes });
    const file = new IncomingFile(name, sizeBytes, { expected: checksum });
    for await (const piece of body) {
      file.take(piece);
      await writer.write(piece);
      progress(file.received, sizeBytes);
    }
    await writer.finish();
    file.refuseOther();
    return file.checksum();
  } catch (error) {
    throw body.errored === null || error !== body.errored ? error : cutOff(url, body.errored);
  } finally {
    body.destroy();
  }
}

function cutOff(url: string, cause: Error): AppError {
  return new AppError("host-unreachable", {
    userMessage: `The download from ${new URL(url).host} was interrupted: ${cause.message}. Try again.`,
    cause,
  });
}
