import { cpSync } from "node:fs";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { HostKey } from "@/server/host/route/host-key.schema";
import { fingerprintOf } from "@/server/host/route/key-fingerprint";
import type { TlsAccess } from "@/server/host/tls/tls-access";
import { NamespacePort } from "./namespace-port";
import { hostKeyOf, type KeyPair, PrivatePki } from "./private-pki";

/** Where it listens inside of its namespace, which has a network of its own. */
const innerPort = 16_514;
const serverNames = "DNS:localhost,IP:127.0.0.1";

interface TlsLibvirtdParts {
  pki: PrivatePki;
  libvirtd: PrivateLibvirtd;
  server: KeyPair;
  client: KeyPair;
  outside: NamespacePort;
}

/** A libvirtd of its own that listens with TLS on a port of the loopback, with an authority of its own. Needs root. */
export class TlsLibvirtd {
  readonly #parts: TlsLibvirtdParts;
  readonly port: number;

  private constructor(parts: TlsLibvirtdParts) {
    this.#parts = parts;
    this.port = parts.outside.port;
  }

  static async start(): Promise<TlsLibvirtd> {
    const pki = new PrivatePki();
    const server = pki.issue({ name: "server", names: serverNames, usage: "serverAuth" });
    const client = pki.issue({ name: "client" });
    const settings = [
      `key_file = "${server.paths.privateKey}"`,
      `cert_file = "${server.paths.certificate}"`,
      `ca_file = "${pki.caPath}"`,
      'listen_addr = "127.0.0.1"',
      `tls_port = "${innerPort}"`,
    ];
    const libvirtd = await startPrivateLibvirtd({ settings: { libvirtd: settings }, listens: true });
    const outside = await NamespacePort.open(libvirtd.namespace.pid, innerPort);
    return new TlsLibvirtd({ pki, libvirtd, server, client, outside });
  }

  get libvirtd(): PrivateLibvirtd {
    return this.#parts.libvirtd;
  }

  get pki(): PrivatePki {
    return this.#parts.pki;
  }

  /** What Passdeck shows. */
  get client(): KeyPair {
    return this.#parts.client;
  }

  get hostKey(): HostKey {
    return hostKeyOf(this.#parts.server);
  }

  get fingerprint(): string {
    return fingerprintOf(this.hostKey);
  }

  /** How Passdeck gets there with all that it takes. */
  access(parts: Partial<TlsAccess> = {}): TlsAccess {
    const { privateKey, certificate } = this.client;
    const target = { host: "127.0.0.1", port: this.port };
    return {
      route: { transport: "tls", target, ca: this.pki.ca, certificate },
      expectedKey: this.fingerprint,
      credential: { kind: "client-key", privateKey, passphrase: null },
      ...parts,
    };
  }

  /** Gives the host another certificate with another key, from its next start on. */
  renew(): void {
    const { pki, server } = this.#parts;
    const renewed = pki.issue({ name: "renewed", names: serverNames, usage: "serverAuth" });
    cpSync(renewed.paths.certificate, server.paths.certificate);
    cpSync(renewed.paths.privateKey, server.paths.privateKey);
    this.#parts.server = { ...renewed, paths: server.paths };
  }

  async stop(): Promise<void> {
    this.#parts.outside.close();
    await this.libvirtd.stop();
    this.pki.remove();
  }
}
