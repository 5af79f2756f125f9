import { ConnectionError, type ConnectionErrorKind } from "../errors";

/**
 * - no-name: the name leads to no address
 * - no-way: no way leads to the address
 * - nobody: nobody listens on the port
 * - silent: no answer in time
 * - no-tls: who listens there does not speak TLS, or none that is new enough
 * - other-authority: another authority has signed the server's certificate
 * - other-name: the server's certificate is not for this address
 * - expired, not-yet: the server's certificate is not valid today
 * - certificate: the server's certificate can't be believed for another reason
 * - own-files: our certificate, its key or the authority's certificate can't be used
 * - refused: the server does not take our certificate
 */
export type TlsFault =
  | "no-name"
  | "no-way"
  | "nobody"
  | "silent"
  | "no-tls"
  | "other-authority"
  | "other-name"
  | "expired"
  | "not-yet"
  | "certificate"
  | "own-files"
  | "refused";

/** As Node and OpenSSL name them; https://docs.openssl.org/3.0/man1/openssl-verification-options has the certificates'. */
const faults: Readonly<Record<string, TlsFault>> = {
  ENOTFOUND: "no-name",
  EAI_AGAIN: "no-name",
  EAI_FAIL: "no-name",
  EHOSTUNREACH: "no-way",
  ENETUNREACH: "no-way",
  EADDRNOTAVAIL: "no-way",
  EHOSTDOWN: "no-way",
  ECONNREFUSED: "nobody",
  ETIMEDOUT: "silent",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "other-authority",
  UNABLE_TO_GET_ISSUER_CERT: "other-authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "other-authority",
  SELF_SIGNED_CERT_IN_CHAIN: "other-authority",
  DEPTH_ZERO_SELF_SIGNED_CERT: "other-authority",
  CERT_SIGNATURE_FAILURE: "other-authority",
  CERT_UNTRUSTED: "other-authority",
  ERR_TLS_CERT_ALTNAME_INVALID: "other-name",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet",
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: "own-files",
};

const patterns: readonly (readonly [RegExp, TlsFault])[] = [
  [
    /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERT|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/,
    "refused",
  ],
  [/^(CERT_|CRL_|INVALID_|PATH_|EE_|CA_|ERROR_IN_CERT_)/, "certificate"],
  [/^(ERR_SSL_|EPROTO)/, "no-tls"],
  [/^ERR_(OSSL|CRYPTO)_/, "own-files"],
];

/** What a code of Node's or OpenSSL's means to who dials; null where it means nothing in particular. */
export function faultOf(code: string): TlsFault | null {
  return faults[code] ?? patterns.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

const kinds: Readonly<Partial<Record<TlsFault, ConnectionErrorKind>>> = {
  silent: "timeout",
  "other-authority": "permission",
  "other-name": "permission",
  expired: "permission",
  "not-yet": "permission",
  certificate: "permission",
  refused: "permission",
};

/** A TLS server was not reached, not believed, or did not take us. */
export class TlsDialError extends ConnectionError {
  constructor(
    readonly fault: TlsFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(kinds[fault] ?? "refused", message, options);
  }
}
