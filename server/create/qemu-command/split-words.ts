import { AppError } from "../../errors";

/**
 * The words of a command line as a POSIX shell sees them: quotes, backslashes, lines that go on. Nothing is expanded:
 * "${vm_name}" stays as it is. An AppError "bad-input" where a quote is not closed.
 */
export function splitWords(command: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let at = 0; at < command.length; at += 1) {
    const letter = command.charAt(at);
    const next = command.charAt(at + 1);
    if (quote === "'") {
      if (letter === "'") quote = null;
      else word += letter;
    } else if (letter === "\\" && (quote === null || '"\\$`\n'.includes(next))) {
      at += next === "\r" ? 2 : 1;
      if (next !== "\n" && next !== "\r") word = (word ?? "") + next;
    } else if (quote === '"') {
      if (letter === '"') quote = null;
      else word += letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= "";
    } else if (/\s/.test(letter)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + letter;
  }
  if (quote !== null) {
    throw new AppError("bad-input", { userMessage: `The command has a ${quote} that is not closed.` });
  }
  return word === null ? words : [...words, word];
}
