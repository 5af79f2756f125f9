import { Connection } from "../../libvirt/connection";
import { type TlsEnds, tlsDialer } from "../../libvirt/dial/tls";
import { TlsDialError } from "../../libvirt/dial/tls-dial-error";
import { ConnectionError } from "../../libvirt/errors";
import { ConnectionPool } from "../libvirt/connection-pool";
import type { HostLibvirt } from "../libvirt/host-libvirt";
import { watchForRedial } from "../libvirt/redial";
import { parseFarUri } from "../route/far-uri";
import { HostRouteError } from "../route/host-route-error";
import { fingerprintOf } from "../route/key-fingerprint";
import { defaultTlsPort, routeWords } from "../route/route-places.schema";
import type { TlsAccess } from "./tls-access";
import { tlsTrouble } from "./tls-trouble";

/**
 * The libvirt of a host that listens with TLS.
 * @param uri As the host itself would be asked: "qemu:///system".
 */
export function tlsLibvirt(access: TlsAccess, uri: string): HostLibvirt {
  const dialer = tlsDialer(endsOf(access));
  const dial = async () => {
    const { uri: driverUri } = parseFarUri(uri);
    try {
      return await Connection.open(dialer, driverUri);
    } catch (error) {
      throw troubleOf(routeWords(access.route), error);
    }
  };
  return {
    uri,
    dial,
    pool: new ConnectionPool(dial),
    watchForRedial: () => watchForRedial([]),
    whyLost: () => Promise.resolve(null),
  };
}

function endsOf({ route, expectedKey, credential }: TlsAccess): TlsEnds {
  const { target, ca, certificate } = route;
  const { privateKey, passphrase } = credential;
  return {
    host: target.host,
    port: target.port ?? defaultTlsPort,
    ca,
    certificate,
    privateKey,
    passphrase,
    refuseKey(spki) {
      const seen = fingerprintOf({ key: spki.toString("base64") });
      return expectedKey === null || seen === expectedKey
        ? null
        : keyChanged(routeWords(route), seen, expectedKey);
    },
  };
}

function keyChanged(place: string, seen: string, expected: string): HostRouteError {
  return new HostRouteError(
    "key-changed",
    `${place} shows a certificate with the key ${seen}, and not with the accepted ${expected}.`,
    "If the host got a new certificate, look at its new key and accept it. If not, somebody may be in between: do not go on.",
  );
}

function troubleOf(place: string, error: unknown): unknown {
  if (error instanceof HostRouteError || !(error instanceof ConnectionError)) return error;
  if (error instanceof TlsDialError) return tlsTrouble(place, error);
  if (error.kind !== "permission") return error;
  // It took our certificate, and asks for more.
  return new HostRouteError(
    "denied",
    `libvirt on ${place} asks for more than a certificate: ${error.message}`,
    'Set auth_tls = "none" in the host’s libvirtd.conf and start libvirtd there again: the client’s certificate is what Passdeck signs in by.',
  );
}
