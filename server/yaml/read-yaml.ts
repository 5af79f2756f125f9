import { type CST, LineCounter, Parser, parseDocument, type YAMLError } from "yaml";

/** What a text says, or why it can't be read, as the end of a sentence. */
export type YamlReading = { value: unknown } | { problem: string };

/** The parser of documents goes down by recursion, and Node itself ends at the bottom of its stack. */
const mostLevels = 64;

/** Reads one YAML document that somebody else wrote. No problem repeats a line of it, which may be secret. */
export function readYaml(text: string): YamlReading {
  if (isDeeperThan(mostLevels, text)) return { problem: `it is nested more than ${mostLevels} levels deep` };
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) return { problem: problemOf(error, lineCounter) };
  try {
    return { value: document.toJS() };
  } catch (error) {
    // An alias of nothing, or aliases of aliases that would grow without end.
    if (error instanceof ReferenceError) return { problem: error.message };
    throw error;
  }
}

function problemOf({ message, pos: [start] }: YAMLError, lines: LineCounter): string {
  return `line ${lines.linePos(start).line}: ${message}`;
}

function isDeeperThan(most: number, text: string): boolean {
  const waiting = Array.from(new Parser().parse(text), (token) => ({ token, level: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const level = next.level + 1;
    if (level > most) return true;
    for (const token of partsOf(next.token)) waiting.push({ token, level });
  }
  return false;
}

function partsOf(token: CST.Token): CST.Token[] {
  if ("items" in token)
    return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part != null));
  return token.type === "document" && token.value !== undefined ? [token.value] : [];
}
