/** The alphabet of crypt(3), six bits a letter, the lowest first. */
const alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const rounds = 5000;

/**
 * A password as glibc's crypt(3) hashes it with SHA-512 ("$6$SALT$…"; https://www.akkadia.org/drepper/SHA-crypt.txt), so
 * that the password itself never leaves the browser.
 * @param salt 1 to 16 letters of crypt's alphabet
 * @throws where the page came over plain HTTP, since browsers have no cryptography there
 */
export async function sha512Crypt(password: string, salt: string): Promise<string> {
  const secret = new TextEncoder().encode(password);
  const saltBytes = new TextEncoder().encode(salt);
  let digest = await firstDigest(secret, saltBytes);
  const secretPart = repeated(await sha512(times(secret, secret.length)), secret.length);
  const saltPart = repeated(await sha512(times(saltBytes, 16 + (digest[0] ?? 0))), saltBytes.length);
  for (let round = 0; round < rounds; round += 1) {
    const odd = round % 2 === 1;
    digest = await sha512([
      odd ? secretPart : digest,
      ...(round % 3 === 0 ? [] : [saltPart]),
      ...(round % 7 === 0 ? [] : [secretPart]),
      odd ? digest : secretPart,
    ]);
  }
  return `$6$${salt}$${encode(digest)}`;
}

/** A salt of 16 random letters. */
export function randomSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => alphabet[byte % 64]).join("");
}

async function firstDigest(secret: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const inner = await sha512([secret, salt, secret]);
  const parts = [secret, salt, repeated(inner, secret.length)];
  for (let length = secret.length; length > 0; length >>= 1) parts.push(length % 2 === 1 ? inner : secret);
  return sha512(parts);
}

async function sha512(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-512", whole));
}

function times(part: Uint8Array, count: number): Uint8Array[] {
  return Array.from({ length: count }, () => part);
}

/** The bytes over and over, as many as are wanted. */
function repeated(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Three bytes a group, from three thirds of the digest that change places from group to group. */
function encode(digest: Uint8Array): string {
  const groups = Array.from({ length: 21 }, (_, group) => {
    const third = [group, group + 21, group + 42].map((index) => digest[index] ?? 0);
    const turned = [0, 1, 2].map((place) => third[(place + group) % 3] ?? 0);
    const [high = 0, middle = 0, low = 0] = turned;
    return letters((high << 16) | (middle << 8) | low, 4);
  });
  return groups.join("") + letters(digest[63] ?? 0, 2);
}

function letters(value: number, count: number): string {
  return Array.from({ length: count }, (_, index) => alphabet[(value >> (6 * index)) & 63]).join("");
}
