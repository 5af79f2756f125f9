import * as z from "zod";

/** A file's checksum as its publisher gives it: SHA-256 or SHA-512, told apart by their length. */
export const checksumSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:[0-9a-f]{64}|[0-9a-f]{128})$/, {
    error: "A SHA-256 checksum has 64 hexadecimal digits, a SHA-512 one has 128.",
    abort: true,
  })
  .max(128);

/** Node's word for the algorithm of a checksum. */
export function algorithmOf(checksum: string): "sha256" | "sha512" {
  return checksum.length === 128 ? "sha512" : "sha256";
}

/** "SHA-256": the algorithm's name for people. */
export function checksumWord(checksum: string): string {
  return algorithmOf(checksum) === "sha512" ? "SHA-512" : "SHA-256";
}
