import type { HostRoute } from "../route/host-route.schema";

/** How Passdeck shows that it is the one of its certificate. */
export interface ClientKey {
  kind: "client-key";
  /** PEM. */
  privateKey: string;
  /** null of a key without one. */
  passphrase: string | null;
}

/** All that it takes to get to a host’s libvirt by TLS. */
export interface TlsAccess {
  route: Extract<HostRoute, { transport: "tls" }>;
  /** The fingerprint of the key that its certificate has to have; null: any that the authority has signed. */
  expectedKey: string | null;
  credential: ClientKey;
}
