import type { TlsDialError, TlsFault } from "../../libvirt/dial/tls-dial-error";
import { HostRouteError, type RouteTrouble } from "../route/host-route-error";

interface Words {
  trouble: RouteTrouble;
  /** What goes on from the host's address: “atlas:16514 …”. */
  said: string;
  fix: string;
}

const certificateFix =
  "Give the certificate of the authority (CA) that has signed the host’s: /etc/pki/CA/cacert.pem on the host. If it is that one, somebody may be in between: do not go on.";

const words: Readonly<Record<TlsFault, Words>> = {
  "no-name": {
    trouble: "no-name",
    said: "has a name that leads to no address",
    fix: "Check the spelling and DNS, or give the host's address.",
  },
  "no-way": {
    trouble: "unreachable",
    said: "can’t be reached: no way leads there",
    fix: "Check that the host is up, its address, and what firewalls lie between.",
  },
  nobody: {
    trouble: "unreachable",
    said: "refuses the connection: nobody listens there",
    fix: "Have libvirt listen for TLS on the host: “systemctl enable --now libvirtd-tls.socket” (virtproxyd-tls.socket with the modular daemons), or libvirtd with --listen. Check the port.",
  },
  silent: {
    trouble: "unreachable",
    said: "does not answer",
    fix: "Check that the host is up, its address, what firewalls lie between, and that its libvirtd does not hang.",
  },
  "no-tls": {
    trouble: "unreachable",
    said: "does not speak TLS 1.2 or newer, or closed the connection before it was encrypted",
    fix: "Check the port: 16514 is libvirt’s for TLS, 16509 for connections in plain, which Passdeck does not make. libvirtd’s log has the reason if it is that one.",
  },
  "other-authority": {
    trouble: "certificate",
    said: "shows a certificate that another authority has signed",
    fix: certificateFix,
  },
  "other-name": {
    trouble: "certificate",
    said: "shows a certificate that is not for this address",
    fix: "Give an address that stands in the certificate, or make one for this address (dns_name or ip_address in certtool’s template, subjectAltName in openssl’s).",
  },
  expired: {
    trouble: "certificate",
    said: "shows a certificate that has expired",
    fix: "Renew /etc/pki/libvirt/servercert.pem on the host and start libvirtd there again. Check the clocks of both machines.",
  },
  "not-yet": {
    trouble: "certificate",
    said: "shows a certificate that is not valid yet",
    fix: "Check the clocks of both machines.",
  },
  certificate: {
    trouble: "certificate",
    said: "shows a certificate that can’t be believed",
    fix: certificateFix,
  },
  "own-files": {
    trouble: "sign-in",
    said: "was not asked, as what was given can’t be used",
    fix: "Check that the client’s certificate and its private key belong together, that all of their text was given, and the key’s passphrase.",
  },
  refused: {
    trouble: "sign-in",
    said: "refused Passdeck’s client certificate",
    fix: "Its reason stands in the host’s log alone (journalctl -u libvirtd). The certificate has to be signed by the authority in /etc/pki/CA/cacert.pem there, be valid today, be for clients (clientAuth), and be in tls_allowed_dn_list if libvirtd.conf has one.",
  },
};

/** Why a host's libvirt was not reached by TLS. @param place "atlas:16514" */
export function tlsTrouble(place: string, error: TlsDialError): HostRouteError {
  const { trouble, said, fix } = words[error.fault];
  const detail = tellsMore.has(error.fault) ? ` (${reasonOf(error)})` : "";
  return new HostRouteError(trouble, `${place} ${said}${detail}.`, fix);
}

/** Faults of which Node tells more than its name: which addresses a certificate is for, what is wrong with a file. */
const tellsMore: ReadonlySet<TlsFault> = new Set(["other-name", "certificate", "own-files"]);

function reasonOf({ cause, message }: TlsDialError): string {
  return (cause instanceof Error ? cause.message : message).trim().replace(/\.$/, "");
}
