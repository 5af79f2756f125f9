/** What Node's errors of connections mean to people, without a stop. */
const known: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: the connection was refused",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  ENOTFOUND: "there is no server of that name",
  EAI_AGAIN: "the name could not be looked up",
  ETIMEDOUT: "it did not answer in time",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  EPROTO: "it does not speak TLS there",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS there",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "it does not speak TLS there",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted(),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted(),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted(),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted(),
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

function untrusted(): string {
  return "its certificate is signed by nobody whom this machine trusts. Start Passdeck with NODE_EXTRA_CA_CERTS set to the file of your certificate authority";
}

/** OpenSSL's texts, of errors whose code a library has put another in place of. */
const untrustedTexts = /self-signed certificate|unable to (verify the first|get local issuer) certificate/;

/** What went wrong with a connection, without a stop. */
export function networkWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (untrustedTexts.test(message)) return untrusted();
  return (code === undefined ? undefined : known[code]) ?? message.replace(/\.$/, "");
}
