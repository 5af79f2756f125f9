import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { IncomingFile } from "../upload/incoming-file";
import { VolumeWriter } from "../upload/volume-writer";
import { type OpenUrlOptions, openUrl } from "./open-url";
import { unxz } from "./unxz";

export interface DownloadInput extends OpenUrlOptions {
  url: string;
  pool: string;
  /** The volume's name. */
  name: string;
  /** What the file's checksum has to be, as it is fetched; null where nobody knows. */
  checksum: string | null;
  /** How it is packed; null: it is kept as it is. */
  packed: "xz" | null;
  progress(done: number, total: number): void;
  /** Makes the volume, of as many bytes as are fetched. What is packed makes it larger. */
  make(sizeBytes: number): Promise<unknown>;
}

/**
 * Fetches a file into a new volume, nothing of it anywhere else. Resolves to its checksum: of the sort that it has to be, or SHA-256.
 * @throws AppError where it can't be had, is not to be kept, or is not the one that was meant. The volume may be there then.
 */
export async function downloadVolume(connection: Connection, request: DownloadInput): Promise<string> {
  const { url, pool, name, packed } = request;
  const { body, sizeBytes } = await openUrl(url, request);
  try {
    await request.make(sizeBytes);
    const length = packed === null ? sizeBytes : withoutLimit;
    const writer = await VolumeWriter.open(connection, { pool, volume: name, offset: 0, length });
    const file = new IncomingFile(name, sizeBytes, { expected: request.checksum });
    const fetched = counted(body, file, request);
    for await (const piece of packed === null ? fetched : unpacked(fetched, name)) await writer.write(piece);
    await writer.finish();
    file.refuseOther();
    return file.checksum();
  } catch (error) {
    throw body.errored === null || error !== body.errored ? error : cutOff(url, body.errored);
  } finally {
    body.destroy();
  }
}

/** libvirt's word for a stream that takes what comes. */
const withoutLimit = 0;

async function* counted(
  body: AsyncIterable<Buffer>,
  file: IncomingFile,
  { progress }: Pick<DownloadInput, "progress">,
): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    file.take(piece);
    yield piece;
    progress(file.received, file.sizeBytes);
  }
}

/** What was packed is looked at as well: nobody knows beforehand how much it is. */
async function* unpacked(fetched: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const content = new IncomingFile(name, Number.POSITIVE_INFINITY, null);
  for await (const piece of unxz(fetched, name)) {
    content.take(piece);
    yield piece;
  }
}

function cutOff(url: string, cause: Error): AppError {
  return new AppError("host-unreachable", {
    userMessage: `The download from ${new URL(url).host} was interrupted: ${cause.message}. Try again.`,
    cause,
  });
}
