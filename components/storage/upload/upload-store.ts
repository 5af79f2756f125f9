import { errorText } from "@/components/data/error-text";
import { TransferRate } from "./transfer-rate";
import type { Upload, UploadBoard } from "./upload-board";
import type { OpenTransport, Transport, UploadRequest } from "./upload-transport";

interface ActiveUpload {
  request: UploadRequest;
  transport: Transport | null;
  opening: boolean;
  rate: TransferRate;
}

/** The uploads of this browser tab, which go on whichever page is shown. */
export class UploadStore {
  #lastId = 0;
  readonly #active = new Map<number, ActiveUpload>();
  readonly #board: UploadBoard;
  readonly #open: OpenTransport;

  /** @param board Where they are shown. */
  constructor(board: UploadBoard, open: OpenTransport) {
    this.#board = board;
    this.#open = open;
  }

  /** Starts one; answers its id. */
  add(request: UploadRequest): number {
    this.#lastId += 1;
    const id = this.#lastId;
    const { hostId, pool, name, file } = request;
    const still = { sent: 0, bytesPerSecond: null, problem: null, checksum: null };
    this.#active.set(id, { request, transport: null, opening: false, rate: new TransferRate() });
    this.#board.show([
      ...this.#board.all(),
      { id, hostId, pool, name, size: file.size, state: "running", ...still },
    ]);
    void this.#carry(id);
    return id;
  }

  pause(id: number): void {
    this.#active.get(id)?.transport?.pause();
    this.#active.get(id)?.rate.reset();
    this.#change(id, { state: "paused", bytesPerSecond: null });
  }

  /** Goes on after a pause or a failure, from where the server stands. */
  resume(id: number): void {
    this.#change(id, { state: "running", problem: null });
    void this.#carry(id);
  }

  /** Takes an upload away; one that is not done is given up, and the server removes what it has of it. */
  async remove(id: number): Promise<void> {
    const unfinished = this.#board.all().some((upload) => upload.id === id && upload.state !== "done");
    const transport = this.#active.get(id)?.transport;
    this.#active.delete(id);
    this.#board.show(this.#board.all().filter((upload) => upload.id !== id));
    if (unfinished) await transport?.cancel();
  }

  async #carry(id: number): Promise<void> {
    const upload = this.#active.get(id);
    // Whoever opens it looks at the state once it is open.
    if (upload === undefined || upload.opening) return;
    upload.opening = true;
    try {
      upload.transport ??= await this.#openFor(id, upload);
    } catch (error) {
      return this.#change(id, { state: "failed", problem: errorText(error) });
    } finally {
      upload.opening = false;
    }
    const state = this.#board.all().find((upload) => upload.id === id)?.state;
    if (state === "running") upload.transport.start();
    // Taken away while its transport was being opened.
    if (state === undefined) await upload.transport.cancel();
  }

  #openFor(id: number, upload: ActiveUpload): Promise<Transport> {
    return this.#open(upload.request, {
      progress: (sent, now) => {
        upload.rate.add(now, sent);
        this.#change(id, { sent, bytesPerSecond: upload.rate.bytesPerSecond() });
      },
      done: (checksum) => {
        this.#active.delete(id);
        this.#change(id, { state: "done", sent: upload.request.file.size, bytesPerSecond: null, checksum });
      },
      failed: (problem, gone) => {
        upload.rate.reset();
        if (gone) upload.transport = null;
        this.#change(id, { state: "failed", bytesPerSecond: null, problem });
      },
    });
  }

  #change(id: number, part: Partial<Upload>): void {
    if (this.#board.all().some((upload) => upload.id === id))
      this.#board.show(
        this.#board.all().map((upload) => (upload.id === id ? { ...upload, ...part } : upload)),
      );
  }
}
