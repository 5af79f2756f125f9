import type { NetMessageError } from "./protocol/types.gen";

/** What libvirt adds to an error beside its message; the meaning depends on the code. */
export interface LibvirtErrorDetails {
  str1: string | null;
  str2: string | null;
  str3: string | null;
  int1: number;
  int2: number;
}

/** libvirt answered a call, or ended a stream, with an error. The message is libvirt's own. */
export class LibvirtError extends Error {
  override readonly name = "LibvirtError";
  /** virErrorNumber, see `errorNumber` in constants.gen. Codes may become more specific with newer versions. */
  readonly code: number;
  /** virErrorDomain: which part of libvirt says so, see `errorDomain` in constants.gen. */
  readonly domain: number;
  /** virErrorLevel: 1 warning, 2 error. */
  readonly level: number;
  readonly details: LibvirtErrorDetails;

  /** @param procedure what was called, such as "domain_get_state". */
  constructor(
    error: NetMessageError,
    readonly procedure: string,
  ) {
    super(error.message ?? `libvirt refused ${procedure} without a reason (error ${error.code})`);
    const { code, domain, level, str1, str2, str3, int1, int2 } = error;
    this.code = code;
    this.domain = domain;
    this.level = level;
    this.details = { str1, str2, str3, int1, int2 };
  }
}

/**
 * - refused: the socket is there and nobody answers it
 * - not-found: there is no such socket
 * - permission: this user may not use the socket, or libvirt wants a sign-in that cannot be given
 * - unsupported: an address that this client cannot dial
 * - closed: the connection ended
 * - timeout: no answer in time; libvirt may still do what was asked
 * - aborted: the caller gave up; libvirt may still do what was asked
 * - protocol: the other side sent what is not libvirt's protocol
 */
export type ConnectionErrorKind =
  | "refused"
  | "not-found"
  | "permission"
  | "unsupported"
  | "closed"
  | "timeout"
  | "aborted"
  | "protocol";

/** A call got no answer from libvirt, or no connection could be made. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";

  constructor(
    readonly kind: ConnectionErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
