import { AppError } from "../errors";
import { commonWords } from "./common-words";

/** Rows of keys, and what is counted up. Each is tried in both directions. */
const walks = [
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "abcdefghijklmnopqrstuvwxyz",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6z7u8i9o0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1b2c3d4e5f6g7h8i9j0",
  "1234567890".repeat(26),
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

/** Letters for what people write in their place. "1" and "!" stand for two of them. */
const written: Readonly<Record<string, string>> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};
/** Digits at the end of a word that hardly make it another one: a year, a count. */
const fewDigits = 4;
/** A piece as short as that, over and over, is no more than the piece. */
const shortPiece = 6;
const fewCharacters = 3;

/**
 * Refuses a password that is among the first that anybody would try (NIST SP 800-63B, 3.1.1.2): one or two words of the
 * lists of breached passwords, the user's own name, or rows of keys, with digits and signs around them.
 * @throws AppError "bad-input"
 */
export function refuseCommon(password: string, userName: string): void {
  if (!isCommon(password, userName)) return;
  throw new AppError("bad-input", {
    userMessage:
      "This password is among the first that anybody would try. A few words that have nothing to do with each other do well.",
  });
}

/** Whether a password is one of {@link refuseCommon}'s. */
export function isCommon(password: string, userName: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  const signless = text.replace(/[^\p{L}\p{N}]/gu, "");
  if (new Set(text).size <= fewCharacters || isWalk(signless) || repeats(text)) return true;
  const own = new Set(userName.toLowerCase().split(/[^\p{L}]+/u));
  const isWord = (piece: string) => commonWords.has(piece) || own.has(piece);
  return [text, inLetters(text, "i"), inLetters(text, "l")].some((form) => {
    const digits = form.replace(/\D/g, "");
    const letters = form.replace(/[^\p{L}]/gu, "");
    return (digits.length <= fewDigits || isWalk(digits) || repeats(digits)) && isOfWords(letters, isWord);
  });
}

function isWalk(text: string): boolean {
  return walks.some((walk) => walk.includes(text));
}

/** Whether a text is one short piece, over and over; the last may be cut off. */
function repeats(text: string): boolean {
  for (let length = 1; length <= shortPiece && length * 2 <= text.length; length += 1)
    if (text.startsWith(text.slice(length))) return true;
  return false;
}

/** Whether letters are at most two words, the same ones over and over, or a row of keys. */
function isOfWords(letters: string, isWord: (piece: string) => boolean): boolean {
  if (letters === "" || isWalk(letters) || repeats(letters)) return true;
  const piece = isWord(letters) ? letters : pieceOf(letters);
  if (isWord(piece)) return true;
  return [...piece].some((_, at) => isWord(piece.slice(0, at)) && isWord(piece.slice(at)));
}

/** What a text is made of, over and over; the text where it is no such thing. */
function pieceOf(text: string): string {
  const length = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, length);
}

function inLetters(text: string, one: "i" | "l"): string {
  const letter = (sign: string) => (sign === "1" || sign === "!" ? one : (written[sign] ?? sign));
  // Digits behind the last letter are a count.
  const end = text.search(/[\d\W_]*$/);
  return [...text.slice(0, end)].map(letter).join("") + text.slice(end);
}
