import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { Logger } from "pino";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { refreshPoolIfIdle } from "../pool-acts";
import { createVolumeForFile, deleteVolumeIfThere } from "../volume-acts";
import type { OpenUploadRequest } from "../volume-request.schema";
import { IncomingFile } from "./incoming-file";
import { Upload, type UploadParts } from "./upload";

export interface UploadsParts {
  /** Does work with a connection of its own to a host; whatever libvirt answers becomes an AppError about `subject`. */
  run<T>(hostId: string, subject: string, work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Something came into the host's pools, or went. */
  onChange(hostId: string): void;
  log: Logger;
}

/** Who is told of an upload, and how its volume is made. */
export interface UploadHooks extends Pick<UploadParts, "owner" | "progress" | "ended"> {
  id?: string;
  /** Default: by {@link createVolumeForFile}. */
  make?(connection: Connection): Promise<unknown>;
}

/** An upload of which nothing comes for this long is given up; milliseconds. */
export const patienceMs = 24 * 3_600_000;
const sweepMs = 600_000;
/** More at a time are a mistake of some script. */
const most = 64;

/** The files that are on their way into volumes. Those that don't come to their end leave nothing behind. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #awaited = new Map<string, (upload: Upload) => void>();
  readonly #sweep: NodeJS.Timeout;

  readonly #parts: UploadsParts;

  constructor(parts: UploadsParts) {
    this.#parts = parts;
    this.#sweep = setInterval(() => void this.#dropOld(), sweepMs).unref();
  }

  /** @throws AppError "too-many-requests" where no more uploads may be opened now. */
  refuseFull(): void {
    if (this.#uploads.size < most) return;
    throw new AppError("too-many-requests", {
      userMessage: `${most} uploads are open. Wait until some have ended, or cancel them.`,
    });
  }

  /** Waits for the upload of that id to be opened, until `forget` is called. */
  awaitOpened(id: string): { opened: Promise<Upload>; forget(): void } {
    const opened = new Promise<Upload>((resolve) => this.#awaited.set(id, resolve));
    return { opened, forget: () => void this.#awaited.delete(id) };
  }

  /** Whether somebody waits for it, and so will send the file. */
  isAwaited(id: string): boolean {
    return this.#awaited.has(id);
  }

  /** Makes the volume and opens the upload into it. */
  async open(
    hostId: string,
    pool: string,
    { name, sizeBytes, checksum }: OpenUploadRequest,
    { id = randomUUID(), make, ...hooks }: UploadHooks,
  ): Promise<Upload> {
    this.refuseFull();
    await this.#parts.run(hostId, `Pool ${pool}`, async (connection) => {
      await (make?.(connection) ?? createVolumeForFile(connection, pool, name, sizeBytes));
    });
    const upload = new Upload({
      ...hooks,
      id,
      hostId,
      pool,
      volume: name,
      file: new IncomingFile(name, sizeBytes, checksum === null ? null : { expected: checksum }),
      run: (work) => this.#parts.run(hostId, `Volume ${name}`, work),
    });
    this.#uploads.set(id, upload);
    this.#awaited.get(id)?.(upload);
    this.#parts.onChange(hostId);
    return upload;
  }

  /** A user's upload of that id; an AppError "not-found" where there is none any more, or it is somebody else's. */
  find(id: string, userId: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload?.parts.owner === userId) return upload;
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
      if (error instanceof AppError && error.code === "bad-input") await this.cancel(upload, error);
      throw error;
    }
    if (!upload.accepted) return;
    // What the file holds decides on the volume's format and size.
    await this.#parts.run(hostId, `Pool ${pool}`, (connection) => refreshPoolIfIdle(connection, pool));
    upload.parts.ended?.(null);
    this.#parts.onChange(hostId);
  }

  /**
   * Ends an upload and deletes its volume; of one that is complete only the record goes.
   * @param why What is told of it.
   */
  async cancel(upload: Upload, why = cancelled(upload)): Promise<void> {
    const { id, hostId, pool, volume } = upload.parts;
    this.#uploads.delete(id);
    await upload.settle();
    if (upload.accepted) return;
    try {
      await this.#parts.run(hostId, `Volume ${volume}`, (connection) =>
        deleteVolumeIfThere(connection, pool, volume),
      );
    } finally {
      upload.parts.ended?.(why);
      this.#parts.onChange(hostId);
    }
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

function cancelled({ parts: { volume } }: Upload): AppError {
  return new AppError("conflict", {
    userMessage: `The upload of ${volume} was cancelled, or nobody went on with it.`,
  });
}
