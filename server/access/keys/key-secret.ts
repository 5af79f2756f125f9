import { newSecret } from "../secrets";

/** What every key begins with, so that people and scanners of sources know one where they see it. */
const prefix = "passdeck_";

/** A new key: 32 random bytes behind the prefix. */
export function newKeySecret(): string {
  return `${prefix}${newSecret()}`;
}

/** Whether a text has the form of a key. */
export function isKeySecret(text: string): boolean {
  return /^passdeck_[\w-]{43}$/.test(text);
}
