export type XmlTokenKind =
  | "text"
  | "punctuation"
  | "element"
  | "attribute"
  | "value"
  | "comment"
  | "declaration";

export interface XmlToken {
  kind: XmlTokenKind;
  text: string;
}

/** Sections that end at a mark of their own, whatever stands inside. */
const sections: readonly { start: string; end: string; kind: XmlTokenKind }[] = [
  { start: "<!--", end: "-->", kind: "comment" },
  { start: "<![CDATA[", end: "]]>", kind: "text" },
  { start: "<?", end: "?>", kind: "declaration" },
  { start: "<!", end: ">", kind: "declaration" },
];

/** Inside of a tag: a value in quotes, a mark, a name, or anything else. */
const tagPart = /("[^"]*"?|'[^']*'?)|(<\/?|\/?>|=)|([^\s<>=/"']+)|(\s+|\/)/y;

/**
 * Cuts XML into pieces to colour. For looking at only: it never fails, and the pieces put together are always the
 * text that came in, well-formed or not.
 */
export function tokenizeXml(xml: string): XmlToken[] {
  const tokens: XmlToken[] = [];
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== "<") {
      const end = indexOrEnd(xml, "<", at);
      tokens.push({ kind: "text", text: xml.slice(at, end) });
      at = end;
      continue;
    }
    const section = sections.find(({ start }) => xml.startsWith(start, at));
    if (section === undefined) at = readTag(xml, at, tokens);
    else {
      const end = indexAfter(xml, section.end, at + section.start.length);
      tokens.push({ kind: section.kind, text: xml.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

/** Reads the tag at `start` into `tokens`; answers where it ends. */
function readTag(xml: string, start: number, tokens: XmlToken[]): number {
  let at = start;
  let named = false;
  while (at < xml.length) {
    tagPart.lastIndex = at;
    const [text = xml.charAt(at), value, mark, name] = tagPart.exec(xml) ?? [];
    if (mark?.startsWith("<") && at !== start) return at;
    at += text.length;
    if (value !== undefined) tokens.push({ kind: "value", text });
    else if (name !== undefined) {
      tokens.push({ kind: named ? "attribute" : "element", text });
      named = true;
    } else tokens.push({ kind: mark === undefined ? "text" : "punctuation", text });
    if (mark?.endsWith(">")) return at;
  }
  return at;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const index = text.indexOf(what, from);
  return index < 0 ? text.length : index;
}

function indexAfter(text: string, what: string, from: number): number {
  const index = text.indexOf(what, from);
  return index < 0 ? text.length : index + what.length;
}
