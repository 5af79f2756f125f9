import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "../../errors";
import { dearmored } from "./dearmored";

const run = promisify(execFile);

export interface SignedBy {
  /** Fingerprints of keys that count; none: any key of the keyrings. */
  keys: readonly string[];
  /** Files that may be there, with the publisher's keys. */
  keyrings: readonly string[];
}

/**
 * Looks at an OpenPGP signature with gpgv. Without it, or without the publisher's keys, nothing is said of it but that.
 * @param signature A detached one; null where the text is signed itself.
 * @returns what is signed, and what is known of that in words.
 * @throws AppError "bad-input" where the signature is not right, or is somebody else's.
 */
export async function checkSignature(
  { text, signature }: { text: string; signature: string | null },
  { keys, keyrings }: SignedBy,
): Promise<{ text: string; words: string }> {
  const rings = (await Promise.all(keyrings.map(readKeyring))).filter((ring) => ring !== null);
  if (rings.length === 0)
    return { text, words: "Signature not checked: the publisher’s keys are not installed." };
  const folder = await mkdtemp(join(tmpdir(), "passdeck-signature-"));
  try {
    const paths = await Promise.all(
      rings.map((ring, index) => written(folder, `keyring-${index}.gpg`, ring)),
    );
    const signed = await written(folder, "text", text);
    const files = signature === null ? [signed] : [await written(folder, "signature", signature), signed];
    const out = join(folder, "signed");
    const options = [
      ...paths.flatMap((path) => ["--keyring", path]),
      ...(signature === null ? ["--output", out] : []),
    ];
    const words = told(await statusOf(["--status-fd", "1", ...options, ...files]), keys);
    if (words === null)
      return { text, words: "Signature not checked: gpgv or the key that made it is not installed." };
    return { text: signature === null ? await readFile(out, "utf8") : text, words };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readKeyring(path: string): Promise<Buffer | null> {
  return readFile(path).then(dearmored, () => null);
}

async function written(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** What gpgv tells on its status lines, whichever way it ends; null where there is no gpgv. */
async function statusOf(words: string[]): Promise<string | null> {
  try {
    return (await run("gpgv", words, { timeout: 30_000 })).stdout;
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: unknown };
    return code === "ENOENT" || typeof stdout !== "string" ? null : stdout;
  }
}

/**
 * Reads status lines (GnuPG's doc/DETAILS): VALIDSIG ends in the fingerprint of the primary key.
 * @returns null where nobody has the key.
 */
function told(status: string | null, keys: readonly string[]): string | null {
  if (status === null) return null;
  const lines = status.split("\n").map((line) => line.replace(/^\[GNUPG:\] /, "").split(" "));
  const signers = lines.filter(([word]) => word === "VALIDSIG").map((line) => line.at(-1) ?? "");
  if (lines.some(([word]) => word === "BADSIG")) throw refusal("it was changed since it was signed");
  const known = signers.find((signer) => keys.length === 0 || keys.includes(signer));
  if (known !== undefined) return `Signed by the publisher’s key ${known}.`;
  if (signers.length > 0)
    throw refusal(`it is signed by ${signers.join(", ")}, which is not the publisher’s key`);
  if (lines.some(([word]) => word === "NO_PUBKEY")) return null;
  throw refusal("gpgv finds no valid signature in it");
}

function refusal(why: string): AppError {
  return new AppError("bad-input", {
    userMessage: `The publisher’s checksums are not to be trusted: ${why}. Nothing was downloaded.`,
  });
}
