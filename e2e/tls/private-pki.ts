import { execFileSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostKey } from "@/server/host/route/host-key.schema";

export interface CertificateWish {
  /** Whose it is. */
  name: string;
  /** For openssl: "DNS:atlas,IP:127.0.0.1". */
  names?: string;
  usage?: "serverAuth" | "clientAuth";
  /** From now on; -1: it has expired. */
  days?: number;
  /** The key of an earlier one goes on. */
  sameKeyAs?: string;
}

/** A certificate with its key, PEM. */
export interface KeyPair {
  certificate: string;
  privateKey: string;
  /** As they stand in files. */
  paths: { certificate: string; privateKey: string };
}

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** An authority with a folder of its own, by openssl. */
export class PrivatePki {
  readonly folder = mkdtempSync(join(tmpdir(), "pki-"));

  constructor(name = "Trial CA") {
    const extensions = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
    this.#openssl([
      "req",
      "-x509",
      ...newKey,
      ...["-keyout", this.#at("ca.key"), "-out", this.caPath, "-days", "30", "-subj", `/CN=${name}`],
      ...extensions.flatMap((extension) => ["-addext", extension]),
    ]);
  }

  get caPath(): string {
    return this.#at("ca.pem");
  }

  /** The authority's certificate, PEM. */
  get ca(): string {
    return readFileSync(this.caPath, "utf8");
  }

  /** Makes a certificate, in the place of an earlier one of its name. */
  issue({ name, names, usage = "clientAuth", days = 30, sameKeyAs }: CertificateWish): KeyPair {
    const [request, certificate, extensions] = ["csr", "pem", "ext"].map((kind) =>
      this.#at(`${name}.${kind}`),
    ) as [string, string, string];
    const privateKey = this.#at(`${sameKeyAs ?? name}.key`);
    const lines = [
      "basicConstraints=CA:FALSE",
      "keyUsage=digitalSignature",
      `extendedKeyUsage=${usage}`,
      ...(names === undefined ? [] : [`subjectAltName=${names}`]),
    ];
    writeFileSync(extensions, `${lines.join("\n")}\n`);
    const key = sameKeyAs === undefined ? [...newKey, "-keyout", privateKey] : ["-new", "-key", privateKey];
    this.#openssl(["req", ...key, "-out", request, "-subj", `/O=trial/CN=${name}`]);
    this.#openssl([
      ...[
        "x509",
        "-req",
        "-in",
        request,
        "-CA",
        this.caPath,
        "-CAkey",
        this.#at("ca.key"),
        "-CAcreateserial",
      ],
      ...["-extfile", extensions, "-days", String(days), "-out", certificate],
    ]);
    return {
      certificate: readFileSync(certificate, "utf8"),
      privateKey: readFileSync(privateKey, "utf8"),
      paths: { certificate, privateKey },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #openssl(words: readonly string[]): void {
    execFileSync("openssl", words, { stdio: ["ignore", "ignore", "pipe"] });
  }

  #at(name: string): string {
    return join(this.folder, name);
  }
}

/** The public key of a private one, as Passdeck keeps that of a host. */
export function hostKeyOf({ privateKey }: KeyPair): HostKey {
  const key = createPublicKey(privateKey);
  const spki = key.export({ type: "spki", format: "der" });
  return { type: key.asymmetricKeyType ?? "", key: spki.toString("base64") };
}
