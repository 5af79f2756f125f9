import { createCipheriv } from "node:crypto";

const keyLength = 8;

/**
 * The answer to VNC's challenge of 16 bytes: both its halves encrypted by DES with the password's first eight bytes as
 * the key, the bits of each byte in reverse (RFC 6143, 7.2.2, and the errata on the order of bits). libvirt's password
 * is text in UTF-8.
 */
export function answerChallenge(challenge: Buffer, password: string): Buffer {
  const key = Buffer.alloc(keyLength);
  key.set(Buffer.from(password).subarray(0, keyLength).map(reverseBits));
  // OpenSSL 3 has no plain DES any more. Triple DES with one key thrice is the same: it undoes its first step.
  const cipher = createCipheriv("des-ede3-ecb", Buffer.concat([key, key, key]), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(challenge), cipher.final()]);
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}
