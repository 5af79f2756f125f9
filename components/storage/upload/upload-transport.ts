/** What is to go where. */
export interface UploadRequest {
  hostId: string;
  pool: string;
  /** The volume's name, which need not be the file's. */
  name: string;
  file: File;
  /** SHA-256 that the file must have, in hexadecimal; null where nobody knows. */
  checksum: string | null;
}

/** What a transport tells of its upload. */
export interface TransportEvents {
  /** So many bytes are at the server; `now` is Unix milliseconds. */
  progress(sent: number, now: number): void;
  /** All is there and checked; the checksum is SHA-256 in hexadecimal. */
  done(checksum: string | null): void;
  /** It stopped, for a reason that a person can read. `gone`: the server has nothing of it any more. */
  failed(problem: string, gone: boolean): void;
}

/** Carries one file. */
export interface Transport {
  /** Goes on where the server says that it stands. */
  start(): void;
  /** Stops sending; what the server has stays there. */
  pause(): void;
  /** Stops for good: the server removes what it has. */
  cancel(): Promise<void>;
}

export type OpenTransport = (request: UploadRequest, events: TransportEvents) => Promise<Transport>;
