import type { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:tls";
import { publicKeyOf, tlsTarget } from "../../libvirt/dial/tls";
import { faultOf, TlsDialError } from "../../libvirt/dial/tls-dial-error";
import type { HostKey } from "../route/host-key.schema";
import { defaultTlsPort, routeWords } from "../route/route-places.schema";
import type { TlsAccess } from "./tls-access";
import { tlsTrouble } from "./tls-trouble";

const limitMs = 10_000;

/** What a host shows before anybody signs in. */
export interface SeenCertificate {
  key: HostKey;
  /** For whom it is, by whom, and until when, for people. */
  said: string;
}

/**
 * Looks at a host's certificate, without showing ours.
 * @throws HostRouteError that says why none was shown, or why it can't be believed
 */
export async function lookAtCertificate(route: TlsAccess["route"]): Promise<SeenCertificate> {
  try {
    const certificate = await shownCertificate(route);
    const { publicKey } = certificate;
    const key = {
      type: publicKey.asymmetricKeyType ?? "key",
      key: publicKeyOf(certificate).toString("base64"),
    };
    return { key, said: wordsOf(certificate) };
  } catch (error) {
    throw error instanceof TlsDialError ? tlsTrouble(routeWords(route), error) : error;
  }
}

async function shownCertificate({ target, ca }: TlsAccess["route"]): Promise<X509Certificate> {
  const signal = AbortSignal.timeout(limitMs);
  const socket = open(target.host, target.port ?? defaultTlsPort, ca);
  try {
    await once(socket, "secureConnect", { signal });
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) throw new TlsDialError("no-tls", "it shows no certificate");
    return certificate;
  } catch (cause) {
    throw signal.aborted ? new TlsDialError("silent", "no answer", { cause }) : dialError(cause);
  } finally {
    // What is late is nobody's any more.
    socket.on("error", () => undefined).destroy();
  }
}

function open(host: string, port: number, ca: string) {
  try {
    return connect({ ...tlsTarget(host, port), ca });
  } catch (cause) {
    throw dialError(cause);
  }
}

function dialError(cause: unknown): unknown {
  if (cause instanceof TlsDialError || !(cause instanceof Error)) return cause;
  const { code = "", message } = cause as NodeJS.ErrnoException;
  return new TlsDialError(faultOf(code) ?? "no-tls", message, { cause });
}

function wordsOf({ subject, issuer, validTo }: X509Certificate): string {
  return `Its certificate is for ${inLine(subject)}, signed by ${inLine(issuer)}, valid until ${validTo}.`;
}

/** Node has a part of a name a line. */
function inLine(name: string): string {
  return name.split("\n").reverse().join(", ");
}
