import { ConnectionError, type ConnectionErrorKind } from "../../libvirt/errors";

/**
 * - no-name: the name leads to no address
 * - unreachable: nobody answers at the address, or no way leads there
 * - certificate: nobody whom we believe has signed its certificate for this address and for today
 * - key-unknown: its host key was never accepted
 * - key-changed: it has another host key than the accepted one
 * - sign-in: it doesn't let us in
 * - denied: it let us in, as a user who may not use libvirt
 * - refused: it let us in, and doesn't do what was asked
 * - ended: the connection stood, and broke
 */
export type RouteTrouble =
  | "no-name"
  | "unreachable"
  | "certificate"
  | "key-unknown"
  | "key-changed"
  | "sign-in"
  | "denied"
  | "refused"
  | "ended";

const kinds: Readonly<Record<RouteTrouble, ConnectionErrorKind>> = {
  "no-name": "refused",
  unreachable: "refused",
  certificate: "permission",
  "key-unknown": "permission",
  "key-changed": "permission",
  "sign-in": "permission",
  denied: "permission",
  refused: "refused",
  ended: "closed",
};

/** The way to a host's libvirt could not be taken. */
export class HostRouteError extends ConnectionError {
  constructor(
    readonly trouble: RouteTrouble,
    /** What happened, in a sentence that names the host. */
    message: string,
    /** What to do about it, in a sentence or two. */
    readonly fix: string,
  ) {
    super(kinds[trouble], message);
  }
}
