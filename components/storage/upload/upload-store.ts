import { errorText } from "@/components/api/error-text";
import { Listeners } from "@/components/fleet/listeners";
import { TransferRate } from "./transfer-rate";
import type { OpenTransport, Transport, UploadRequest } from "./upload-transport";

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

interface Carriage {
  request: UploadRequest;
  transport: Transport | null;
  opening: boolean;
  rate: TransferRate;
}

const none: readonly Upload[] = [];

/** The uploads of this browser tab, which go on whichever page is shown. */
export class UploadStore {
  private uploads = none;
  private lastId = 0;
  private readonly carriages = new Map<number, Carriage>();
  readonly changes = new Listeners();

  constructor(private readonly open: OpenTransport) {}

  /** The oldest first; the same array until something changes. */
  all = (): readonly Upload[] => this.uploads;

  /** Starts one; answers its id. */
  add(request: UploadRequest): number {
    this.lastId += 1;
    const id = this.lastId;
    const { hostId, pool, name, file } = request;
    const still = { sent: 0, bytesPerSecond: null, problem: null, checksum: null };
    this.carriages.set(id, { request, transport: null, opening: false, rate: new TransferRate() });
    this.set([...this.uploads, { id, hostId, pool, name, size: file.size, state: "running", ...still }]);
    void this.carry(id);
    return id;
  }

  pause(id: number): void {
    this.carriages.get(id)?.transport?.pause();
    this.carriages.get(id)?.rate.reset();
    this.change(id, { state: "paused", bytesPerSecond: null });
  }

  /** Goes on after a pause or a failure, from where the server stands. */
  resume(id: number): void {
    this.change(id, { state: "running", problem: null });
    void this.carry(id);
  }

  /** Takes an upload away; one that is not done is given up, and the server removes what it has of it. */
  async remove(id: number): Promise<void> {
    const unfinished = this.uploads.some((upload) => upload.id === id && upload.state !== "done");
    const transport = this.carriages.get(id)?.transport;
    this.carriages.delete(id);
    this.set(this.uploads.filter((upload) => upload.id !== id));
    if (unfinished) await transport?.cancel();
  }

  private async carry(id: number): Promise<void> {
    const carriage = this.carriages.get(id);
    // Whoever opens it looks at the state once it is open.
    if (carriage === undefined || carriage.opening) return;
    carriage.opening = true;
    try {
      carriage.transport ??= await this.openFor(id, carriage);
    } catch (error) {
      return this.change(id, { state: "failed", problem: errorText(error) });
    } finally {
      carriage.opening = false;
    }
    const state = this.uploads.find((upload) => upload.id === id)?.state;
    if (state === "running") carriage.transport.start();
    // Taken away while its transport was being opened.
    if (state === undefined) await carriage.transport.cancel();
  }

  private openFor(id: number, carriage: Carriage): Promise<Transport> {
    return this.open(carriage.request, {
      progress: (sent, now) => {
        carriage.rate.add(now, sent);
        this.change(id, { sent, bytesPerSecond: carriage.rate.bytesPerSecond() });
      },
      done: (checksum) => {
        this.carriages.delete(id);
        this.change(id, { state: "done", sent: carriage.request.file.size, bytesPerSecond: null, checksum });
      },
      failed: (problem, gone) => {
        carriage.rate.reset();
        if (gone) carriage.transport = null;
        this.change(id, { state: "failed", bytesPerSecond: null, problem });
      },
    });
  }

  private change(id: number, part: Partial<Upload>): void {
    if (this.uploads.some((upload) => upload.id === id))
      this.set(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    this.changes.tell();
  }
}

/** Whether leaving the page would stop anything. */
export function isUnderWay({ state }: Upload): boolean {
  return state === "running" || state === "paused";
}
