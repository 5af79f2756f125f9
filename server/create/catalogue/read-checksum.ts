import { checksumSchema } from "../../storage/checksum.schema";

/** `0f3c…  name` or `0f3c… *name`, as sha256sum writes it. */
const coreutils = /^([0-9a-f]{64}|[0-9a-f]{128}) [ *](.+)$/i;
/** `SHA256 (name) = 0f3c…`, as BSD's and Fedora's tools write it. */
const bsd = /^SHA(?:256|512) \((.+)\) = ([0-9a-f]{64}|[0-9a-f]{128})$/i;
/** The checksum alone. */
const bare = /^([0-9a-f]{64}|[0-9a-f]{128})$/i;

/**
 * A file's checksum in what its publisher wrote about it, whichever of the usual forms that has.
 * @param file The file's name.
 * @param alone The text is of that file alone, so that one line counts whatever name it gives: publishers write the build's
 * there, of which the file is a link.
 * @returns null where there is none, or the text has two that differ.
 */
export function readChecksum(text: string, file: string, alone: boolean): string | null {
  const lines = text.split(/\r?\n/).flatMap((line) => readLine(line.trim()));
  const named = lines.filter(({ name }) => name === file || name === `./${file}`);
  const found = named.length === 0 && alone ? lines : named;
  // Of one file there may be a SHA-256 and a SHA-512.
  const longest = Math.max(...found.map(({ checksum }) => checksum.length));
  const checksums = new Set(
    found.filter(({ checksum }) => checksum.length === longest).map(({ checksum }) => checksum),
  );
  const [only] = checksums;
  return checksums.size === 1 && only !== undefined ? checksumSchema.parse(only) : null;
}

function readLine(line: string): { name: string | null; checksum: string }[] {
  const [, first, after] = coreutils.exec(line) ?? [];
  if (first !== undefined && after !== undefined) return [{ name: after, checksum: first.toLowerCase() }];
  const [, name, second] = bsd.exec(line) ?? [];
  if (name !== undefined && second !== undefined) return [{ name, checksum: second.toLowerCase() }];
  const [, third] = bare.exec(line) ?? [];
  return third === undefined ? [] : [{ name: null, checksum: third.toLowerCase() }];
}
