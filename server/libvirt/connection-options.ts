export interface ConnectionOptions {
  /** Opens the driver for reading only. Default false. */
  readOnly?: boolean;
  /** Seconds of silence after which we ping; six such intervals without a word end the connection. 0 never. Default 5. */
  keepAliveSeconds?: number;
  /**
   * Also has the daemon ping us and drop us when we do not answer. For connections over a network; not for streams,
   * since a stream whose reader stalls stops all reading, pings included. Default false.
   */
  daemonPings?: boolean;
  /** Calls that libvirt works on at a time, 4 by default: libvirtd stops reading a connection at 5. */
  maximumInFlight?: number;
  /** How long connecting, and a call that says nothing else, may take, milliseconds. 0 waits for ever. Default 30,000. */
  timeoutMs?: number;
}

export type ConnectionSettings = Required<ConnectionOptions>;

export const defaultSettings: ConnectionSettings = {
  readOnly: false,
  keepAliveSeconds: 5,
  daemonPings: false,
  maximumInFlight: 4,
  timeoutMs: 30_000,
};
