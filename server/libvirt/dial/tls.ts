import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import {
  type ConnectionOptions,
  checkServerIdentity,
  connect,
  createSecureContext,
  type PeerCertificate,
  type TLSSocket,
} from "node:tls";
import { ConnectionError } from "../errors";
import type { Dialer } from "./dialer";
import { oneFrameARecord } from "./one-frame-a-record";
import { faultOf, TlsDialError } from "./tls-dial-error";

/** A server is known by an authority, and shown a certificate. */
export interface TlsEnds {
  /** A name or an address, "[2001:db8::7]" in brackets or without; the server's certificate has to be for it. */
  host: string;
  port: number;
  /** The certificates of the authorities that the server's may be signed by, PEM. */
  ca: string;
  /** Our certificate with its key, PEM. */
  certificate: string;
  privateKey: string;
  passphrase: string | null;
  /**
   * Asked of a certificate that the authority has signed.
   * @param key Its public key (SubjectPublicKeyInfo, DER).
   * @returns why the server is refused that has it; null where it isn't
   */
  refuseKey(key: Buffer): ConnectionError | null;
}

const limitMs = 10_000;
/** libvirt's server sends it once it has taken the client's certificate: `virNetTLSSession…` in src/rpc/virnetserverclient.c. */
const taken = 1;

/** Reaches the libvirtd that listens with TLS at a host's port. @param limit Milliseconds until libvirt has taken the certificate. */
export function tlsDialer(ends: TlsEnds, limit = limitMs): Dialer {
  const description = `${ends.host}:${ends.port}`;
  return {
    description,
    async dial(signal) {
      if (signal?.aborted) throw aborted(description);
      const socket = open(ends, description);
      const late = setTimeout(() => socket.destroy(silent(description, limit)), limit);
      const giveUp = () => socket.destroy(aborted(description));
      signal?.addEventListener("abort", giveUp, { once: true });
      try {
        return await untilTaken(socket, description);
      } catch (error) {
        socket.destroy();
        throw error;
      } finally {
        clearTimeout(late);
        signal?.removeEventListener("abort", giveUp);
      }
    },
  };
}

function open(ends: TlsEnds, description: string): TLSSocket {
  const { host, port, ca, certificate: cert, privateKey: key, passphrase } = ends;
  try {
    const secureContext = createSecureContext({
      ca,
      cert,
      key,
      ...(passphrase === null ? {} : { passphrase }),
    });
    return connect({ ...tlsTarget(host, port), secureContext, checkServerIdentity: checkOf(ends) });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new TlsDialError(
      "own-files",
      `${description}: the certificates or the key can’t be used: ${message}`,
      { cause },
    );
  }
}

/** What a TLS connection to a host begins with, whatever is asked of its certificate. */
export function tlsTarget(host: string, port: number): ConnectionOptions {
  const address = host.replace(/^\[(.*)\]$/, "$1");
  // RFC 6066 has names only; the certificate is compared with the address all the same.
  const servername = isIP(address) === 0 ? { servername: address } : {};
  return { host: address, port, minVersion: "TLSv1.2", ...servername };
}

/** Called by Node once the chain of signatures is right. */
function checkOf({ refuseKey }: TlsEnds) {
  return (name: string, certificate: PeerCertificate): Error | undefined =>
    refuseKey(publicKeyOf(new X509Certificate(certificate.raw))) ?? checkServerIdentity(name, certificate);
}

/** The public key of a certificate, as SubjectPublicKeyInfo (RFC 5280) in DER. */
export function publicKeyOf({ publicKey }: X509Certificate): Buffer {
  return publicKey.export({ type: "spki", format: "der" });
}

/**
 * Waits for the byte that says that libvirt has taken our certificate. In TLS 1.3 the handshake succeeds without that: who is
 * refused hears of it by the end.
 */
function untilTaken(socket: TLSSocket, description: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    // Keys are agreed on before the server looks at our certificate: by TLS 1.2 it ends the handshake itself then, and its reset
    // may come before its alert.
    let hasAgreed = false;
    const look = () => {
      // By “data” and a pause() it would stay paused when somebody else begins to listen.
      const byte: Buffer | null = socket.read(1);
      if (byte === null) return;
      if (byte[0] === taken) {
        for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
        resolve(oneFrameARecord(socket));
      } else
        socket.destroy(
          new ConnectionError("protocol", `${description} is no libvirt: it says ${byte[0]} for a greeting`),
        );
    };
    const ended = () => reject(hasAgreed ? refused(description) : noTls(description));
    const listeners = {
      keylog: () => {
        hasAgreed = true;
      },
      readable: look,
      error: (error: NodeJS.ErrnoException) => reject(dialError(description, error, hasAgreed)),
      end: ended,
      close: ended,
    };
    for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
  });
}

function dialError(description: string, error: NodeJS.ErrnoException, hasAgreed: boolean): ConnectionError {
  if (error instanceof ConnectionError) return error;
  const { code = "", message } = error;
  if (hasAgreed && (code === "ECONNRESET" || code === "EPIPE")) return refused(description, error);
  const fault = faultOf(code) ?? (code === "ECONNRESET" ? "no-tls" : null);
  if (fault === null) return new ConnectionError("refused", `${description}: ${message}`, { cause: error });
  return new TlsDialError(fault, `${description}: ${message}`, { cause: error });
}

function noTls(description: string): TlsDialError {
  return new TlsDialError("no-tls", `${description}: the connection ended before it was encrypted`);
}

function refused(description: string, cause?: Error): TlsDialError {
  return new TlsDialError("refused", `${description} does not take our certificate`, { cause });
}

function silent(description: string, limit: number): TlsDialError {
  return new TlsDialError("silent", `${description} has not answered for ${limit / 1000} s`);
}

function aborted(description: string): ConnectionError {
  return new ConnectionError("aborted", `connecting to ${description} was given up`);
}
