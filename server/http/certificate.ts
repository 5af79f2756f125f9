import { X509Certificate } from "node:crypto";
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isIPv4 } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import { AppError } from "../errors";
import type { Settings } from "../settings";
import { ownNames } from "./host-names";

/** A certificate with its chain, and its key, as PEM. */
export interface KeyPair {
  cert: string;
  key: string;
}

const day = 86_400_000;
/** What Apple's systems accept at most, of certificates that a user trusts, is 825 days; browsers want 398. */
const validDays = 397;
const renewDays = 30;

/** What a self-signed certificate has to cover. */
export interface CertificateNames {
  names: string[];
  addresses: string[];
}

/** This machine's names, and its addresses in all networks. */
function machineNames(extraNames: readonly string[]): CertificateNames {
  const interfaces = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  // Link-local IPv6 addresses need a zone, which no URL of a browser can have.
  const addresses = interfaces.map(({ address }) => address).filter((address) => !/^fe80:/i.test(address));
  return {
    names: [...new Set(["localhost", ...ownNames(), ...extraNames])],
    addresses: [...new Set(["127.0.0.1", "::1", ...addresses])],
  };
}

/**
 * The self-signed certificate in the state folder; a new one where there is none yet, it is about to expire, or it
 * does not cover `wanted` any more. Certificate and key are one file, for this user alone, so that they always match.
 */
export async function selfSignedCertificate(
  dataFolder: string,
  wanted: CertificateNames,
  now = Date.now(),
): Promise<KeyPair> {
  const path = join(dataFolder, "certificate.pem");
  const kept = readKept(path);
  if (kept !== null && isGood(kept.cert, wanted, now)) return kept;
  const made = await makeCertificate(wanted, now);
  const fresh = `${path}.new`;
  writeFileSync(fresh, `${made.key.trim()}\n${made.cert.trim()}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
  return made;
}

/** The certificate of a server by its settings; null where it goes without TLS. Throws an AppError where that can't be used. */
export async function keyPairFor({
  tls,
  dataFolder,
  names,
}: Pick<Settings, "tls" | "dataFolder" | "names">): Promise<KeyPair | null> {
  if (tls.kind === "off") return null;
  if (tls.kind === "files") return givenCertificate(tls.certificate, tls.key);
  return selfSignedCertificate(dataFolder, machineNames(names));
}

/** A certificate and key that the user gave. Throws an AppError where they can't be used. */
export function givenCertificate(certificate: string, key: string): KeyPair {
  try {
    const pair = { cert: readFileSync(certificate, "utf8"), key: readFileSync(key, "utf8") };
    createSecureContext(pair);
    return pair;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("bad-input", {
      userMessage: `PASSDECK_TLS: ${certificate} and ${key} can't be used as certificate and key (${detail}).`,
      cause,
    });
  }
}

function readKept(path: string): KeyPair | null {
  try {
    const pem = readFileSync(path, "utf8");
    createSecureContext({ cert: pem, key: pem });
    return { cert: pem, key: pem };
  } catch {
    return null;
  }
}

function isGood(pem: string, { names, addresses }: CertificateNames, now: number): boolean {
  const certificate = new X509Certificate(pem);
  if (Date.parse(certificate.validTo) - now < renewDays * day) return false;
  // IPv6 addresses come and go by the day (RFC 8981): a new certificate for each would have users confirm it each time.
  return (
    names.every((name) => certificate.checkHost(name) !== undefined) &&
    addresses
      .filter((address) => isIPv4(address))
      .every((address) => certificate.checkIP(address) !== undefined)
  );
}

async function makeCertificate({ names, addresses }: CertificateNames, now: number): Promise<KeyPair> {
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "Passdeck" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    // Clocks of browsers may be late.
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + validDays * day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}
