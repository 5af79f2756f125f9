import type { Token } from "./tokens";

/** A script without the bodies of its functions, and those by their names. */
export interface SplitScript {
  main: Token[];
  functions: ReadonlyMap<string, Token[]>;
}

const functionName = /^[A-Za-z_][\w.-]*$/;

/** Takes `name() { …; }` and `function name { …; }` out of a script. What is not closed stays where it is. */
export function splitFunctions(tokens: readonly Token[]): SplitScript {
  const main: Token[] = [];
  const functions = new Map<string, Token[]>();
  for (let at = 0; at < tokens.length; at += 1) {
    const found = functionAt(tokens, at);
    if (found === null) main.push(...tokens.slice(at, at + 1));
    else {
      functions.set(found.name, tokens.slice(found.begin, found.end));
      at = found.end;
    }
  }
  return { main, functions };
}

/** A function that begins at a place: its name, and where its body begins and ends. */
function functionAt(
  tokens: readonly Token[],
  at: number,
): { name: string; begin: number; end: number } | null {
  if (at > 0 && tokens[at - 1]?.kind !== "end") return null;
  const named = textOf(tokens[at]) === "function" ? at + 1 : at;
  const name = textOf(tokens[named]);
  const hasParentheses = endsWith(tokens[named + 1], "(") && endsWith(tokens[named + 2], ")");
  if (name === null || !functionName.test(name) || (named === at && !hasParentheses)) return null;
  let open = named + (hasParentheses ? 3 : 1);
  while (endsWith(tokens[open], "")) open += 1;
  if (textOf(tokens[open]) !== "{") return null;
  let depth = 0;
  for (let end = open; end < tokens.length; end += 1) {
    const text = textOf(tokens[end]);
    if (text === "{") depth += 1;
    if (text === "}") depth -= 1;
    if (depth === 0) return { name, begin: open + 1, end };
  }
  return null;
}

/** A word without quotes or variables. */
function textOf(token: Token | undefined): string | null {
  if (token?.kind !== "word" || token.parts.length !== 1) return null;
  const [part] = token.parts;
  return part?.kind === "text" && !part.quoted ? part.text : null;
}

function endsWith(token: Token | undefined, text: string): boolean {
  return token?.kind === "end" && token.text === text;
}
