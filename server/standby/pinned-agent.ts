import { X509Certificate } from "node:crypto";
import { Agent as PlainAgent } from "node:http";
import { Agent, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";

const options: AgentOptions = { keepAlive: true, maxSockets: 256 };

/**
 * Connections to one server that is known by its certificate, whoever made it: nothing is sent before it has shown that very
 * one. Without TLS there is nothing to know it by.
 */
export function pinnedAgent(certificate: string | null): PlainAgent {
  return certificate === null ? new PlainAgent(options) : new PinnedAgent(certificate);
}

class PinnedAgent extends Agent {
  readonly #fingerprint: string;

  constructor(certificate: string) {
    super(options);
    this.#fingerprint = new X509Certificate(certificate).fingerprint256;
  }

  override createConnection(
    { host, port }: { host?: string | null; port?: string | number | null },
    callback?: (error: Error | null, socket: Duplex) => void,
  ): null {
    const socket = connect({ host: host ?? "", port: Number(port), rejectUnauthorized: false });
    const done = (error: Error | null) => {
      socket.off("error", done);
      if (error !== null) socket.destroy();
      callback?.(error, socket);
    };
    socket.once("error", done);
    socket.once("secureConnect", () => {
      const isRight = socket.getPeerCertificate().fingerprint256 === this.#fingerprint;
      done(isRight ? null : new Error("the active Passdeck showed another certificate than its own"));
    });
    return null;
  }
}
