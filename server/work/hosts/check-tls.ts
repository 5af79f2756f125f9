import type { HostKey } from "../../host/route/host-key.schema";
import { routeWords } from "../../host/route/route-places.schema";
import { lookAtCertificate } from "../../host/tls/look-at-certificate";
import type { TlsAccess } from "../../host/tls/tls-access";
import { asked, passed, runs } from "./check-news";
import type { CheckNews } from "./host-request.schema";

/** Tries the way to a host by TLS up to its key; true where libvirt can be asked for. Throws what keeps it from that. */
export async function* checkTlsWay(
  { route }: TlsAccess,
  accepted: HostKey | undefined,
): AsyncGenerator<CheckNews, boolean, undefined> {
  const place = routeWords(route);
  yield runs("route");
  const { key, said } = await lookAtCertificate(route);
  yield passed("route", `${place} answers.`);
  yield passed("certificate", said);
  if (accepted?.key !== key.key) {
    yield asked({ place, key, accepted, compare, renewal: "got a new certificate with a new key" });
    return false;
  }
  yield passed("key", "The certificate’s key is the accepted one.");
  yield runs("sign-in");
  return true;
}

const compare =
  "Compare it with the host’s own, and accept it if they are the same. There: openssl x509 -in /etc/pki/libvirt/servercert.pem -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64";
