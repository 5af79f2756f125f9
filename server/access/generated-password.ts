import { randomInt } from "node:crypto";

/** Without what is easily taken for something else: 0 and o, 1 and l. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";
/** 100 bits, in five groups of four that one can type. */
const [groups, groupLength] = [5, 4];

/** A password that one can type and nobody can guess. */
export function generatedPassword(): string {
  const letter = () => letters.charAt(randomInt(letters.length));
  const group = () => Array.from({ length: groupLength }, letter).join("");
  return Array.from({ length: groups }, group).join("-");
}
