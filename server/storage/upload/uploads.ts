import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { Logger } from "pino";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { refreshPoolIfIdle } from "../pool-acts";
import { createVolumeForFile, deleteVolumeIfThere } from "../volume-acts";
import type { OpenUploadRequest } from "../volume-request.schema";
import { IncomingFile } from "./incoming-file";
import { Upload } from "./upload";

export interface UploadsParts {
  /** Does work with a connection of its own to a host; whatever libvirt answers becomes an AppError about `subject`. */
  run<T>(hostId: string, subject: string, work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Something came into the host's pools, or went. */
  onChange(hostId: string): void;
  log: Logger;
}

/** An upload of which nothing comes for this long is given up; milliseconds. */
export const patienceMs = 24 * 3_600_000;
const sweepMs = 600_000;
/** More at a time are a mistake of some script. */
const most = 64;

/** The files that are on their way into volumes. Those that don't come to their end leave nothing behind. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #sweep: NodeJS.Timeout;

  readonly #parts: UploadsParts;

  constructor(parts: UploadsParts) {
    this.#parts = parts;
    this.#sweep = setInterval(() => void this.#dropOld(), sweepMs).unref();
  }

  /** Makes the volume and opens the upload into it. */
  async open(
    hostId: string,
    pool: string,
    { name, sizeBytes, checksum }: OpenUploadRequest,
  ): Promise<Upload> {
    if (this.#uploads.size >= most) {
      throw new AppError("too-many-requests", {
        userMessage: `${most} uploads are open. Wait until some have ended, or cancel them.`,
      });
    }
    await this.#parts.run(hostId, `Pool ${pool}`, async (connection) => {
      await createVolumeForFile(connection, pool, name, sizeBytes);
    });
    const upload = new Upload({
      id: randomUUID(),
      hostId,
      pool,
      volume: name,
      file: new IncomingFile(name, sizeBytes, checksum === null ? null : { expected: checksum }),
      run: (work) => this.#parts.run(hostId, `Volume ${name}`, work),
    });
    this.#uploads.set(upload.parts.id, upload);
    this.#parts.onChange(hostId);
    return upload;
  }

  /** The upload of that id; an AppError "not-found" where there is none any more. */
  find(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload !== undefined) return upload;
    throw new AppError("not-found", {
      userMessage: "This upload no longer exists. It was cancelled, refused or abandoned. Start it again.",
    });
  }

  /**
   * Takes a part of a file, as {@link Upload.receive} does; sees to the end of a file, and to one that is not to be kept.
   */
  async receive(upload: Upload, offset: number, body: Readable): Promise<void> {
    const { hostId, pool } = upload.parts;
    try {
      await upload.receive(offset, body);
    } catch (error) {
      if (error instanceof AppError && error.code === "bad-input") await this.cancel(upload);
      throw error;
    }
    if (!upload.accepted) return;
    // What the file holds decides on the volume's format and size.
    await this.#parts.run(hostId, `Pool ${pool}`, (connection) => refreshPoolIfIdle(connection, pool));
    this.#parts.onChange(hostId);
  }

  /** Ends an upload and deletes its volume; of one that is complete only the record goes. */
  async cancel(upload: Upload): Promise<void> {
    const { id, hostId, pool, volume } = upload.parts;
    this.#uploads.delete(id);
    await upload.settle();
    if (upload.accepted) return;
    await this.#parts.run(hostId, `Volume ${volume}`, (connection) =>
      deleteVolumeIfThere(connection, pool, volume),
    );
    this.#parts.onChange(hostId);
  }

  /** Gives all up: without this process nobody knows how far they are. */
  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    await Promise.all([...this.#uploads.values()].map((upload) => this.#giveUp(upload)));
  }

  async #dropOld(): Promise<void> {
    const old = [...this.#uploads.values()].filter(({ touchedAt }) => Date.now() - touchedAt > patienceMs);
    await Promise.all(old.map((upload) => this.#giveUp(upload)));
  }

  async #giveUp(upload: Upload): Promise<void> {
    const { pool, volume } = upload.parts;
    await this.cancel(upload).catch((err) =>
      this.#parts.log.warn({ err, pool, volume }, "an unfinished volume could not be deleted"),
    );
  }
}
