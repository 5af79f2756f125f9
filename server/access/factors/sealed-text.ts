import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** AES-256-GCM: nobody without the key reads it, or makes another that is taken for one of ours. */
const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];
/** How long a key is. */
export const sealingKeyBytes = 32;

/** A new key for {@link seal}. */
export function newSealingKey(): Buffer {
  return randomBytes(sealingKeyBytes);
}

/** Encrypts a text. @param purpose What it is for; it opens for that alone. */
export function seal(key: Buffer, text: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString("base64url");
}

/** The text that was sealed with this key for this purpose; null of anything else. */
export function unseal(key: Buffer, sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceBytes + tagBytes) return null;
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(purpose)).setAuthTag(tag);
  try {
    const text = [opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()];
    return Buffer.concat(text).toString("utf8");
  } catch {
    return null;
  }
}
