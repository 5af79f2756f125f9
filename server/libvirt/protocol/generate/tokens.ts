/** A word, number or sign of an `.x` file; a documentation comment (`/** … *\/`) is a token as well. */
export interface Token {
  text: string;
  line: number;
}

const pattern = /\/\*[\s\S]*?\*\/|^%.*$|-?\w+|[{}()[\]<>=;:,*]|\n|[ \t\r]+|./gm;

/** Splits the text of an `.x` file (RFC 4506's language, plus rpcgen's `%` lines) into tokens. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [text] of source.matchAll(pattern)) {
    if (isMeaningful(text)) tokens.push({ text, line });
    line += text.split("\n").length - 1;
  }
  return tokens;
}

function isMeaningful(text: string): boolean {
  if (text.startsWith("/*")) return text.startsWith("/**");
  return text.trim() !== "" && !text.startsWith("%");
}
