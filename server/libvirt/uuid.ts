const length = 16;
const pattern = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The 16 bytes of a UUID as libvirt writes it: lower case, with hyphens. A RangeError for another length. */
export function formatUuid(bytes: Uint8Array): string {
  if (bytes.length !== length) throw new RangeError(`a UUID has 16 bytes, not ${bytes.length}`);
  let text = "";
  for (let index = 0; index < length; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += "-";
    text += hexadecimal[bytes[index] ?? 0];
  }
  return text;
}

/** The 16 bytes of a UUID in text, with or without its hyphens. A RangeError where the text is none. */
export function parseUuid(text: string): Uint8Array {
  if (!pattern.test(text)) throw new RangeError(`“${text}” is no UUID`);
  return new Uint8Array(Buffer.from(text.replaceAll("-", ""), "hex"));
}
