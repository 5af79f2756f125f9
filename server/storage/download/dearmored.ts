/** OpenPGP keys as gpgv takes them: without the armour (RFC 9580, 6.2) that files of packages often have. */
export function dearmored(keys: Buffer): Buffer {
  const text = keys.toString("latin1");
  const blocks = [...text.matchAll(/-----BEGIN PGP PUBLIC KEY BLOCK-----\r?\n([\s\S]*?)-----END PGP/g)];
  if (blocks.length === 0) return keys;
  return Buffer.concat(blocks.map(([, block = ""]) => Buffer.from(bodyOf(block), "base64")));
}

/** What comes after the headers and their empty line, without the checksum that ends it. */
function bodyOf(block: string): string {
  const lines = block.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === "") + 1;
  return lines
    .slice(start)
    .filter((line) => !line.startsWith("="))
    .join("");
}
