import { tokenizeXml } from "@/components/ui/xml/xml-tokens";

/** Where in a text somebody writes. */
export interface WritingPlace {
  /** Names of the elements that are open, the outermost first. In a tag, without that tag's own. */
  path: string[];
  at: "content" | "element" | "closing-tag" | "attribute" | "value" | "elsewhere";
  /** What stands there already of what is being written. */
  typed: string;
  /** The element whose tag it is in; "" outside of tags. */
  element: string;
  /** The attribute whose value it is in; "" elsewhere. */
  attribute: string;
  /** The attributes that the tag has before the place. */
  attributes: string[];
}

interface OpenTag {
  name: string;
  closing: boolean;
  attributes: string[];
}

/** Tells what is being written at the end of `text`, which is the part of an XML text before the cursor. */
export function placeInText(text: string): WritingPlace {
  const path: string[] = [];
  let tag: OpenTag | null = null;
  const tokens = tokenizeXml(text);
  for (const { kind, text: token } of tokens) {
    if (kind === "punctuation" && token.startsWith("<"))
      tag = { name: "", closing: token === "</", attributes: [] };
    else if (kind === "element" && tag) tag.name = token;
    else if (kind === "attribute" && tag) tag.attributes.push(token);
    else if (kind === "punctuation" && token.endsWith(">")) {
      if (tag?.closing) leave(path, tag.name);
      else if (token === ">" && tag) path.push(tag.name);
      tag = null;
    }
  }
  const last = tokens.at(-1) ?? { kind: "text", text: "" };
  return tag === null ? outsideOfTags(path, last) : insideOfTag(path, tag, last);
}

/** A closing tag closes what was left open inside of its element as well; one that fits nothing closes nothing. */
function leave(path: string[], name: string): void {
  const at = path.lastIndexOf(name);
  if (at >= 0) path.length = at;
}

interface Token {
  kind: string;
  text: string;
}

const nowhere = { typed: "", element: "", attribute: "", attributes: [] };

function outsideOfTags(path: string[], last: Token): WritingPlace {
  if (last.kind === "comment" || last.kind === "declaration") return { ...nowhere, path, at: "elsewhere" };
  return { ...nowhere, path, at: "content", typed: last.kind === "text" ? last.text.trimStart() : "" };
}

function insideOfTag(path: string[], tag: OpenTag, { kind, text }: Token): WritingPlace {
  const place = { ...nowhere, path, element: tag.name, attributes: tag.attributes };
  if (kind === "element" || text === "<" || text === "</") {
    const typed = kind === "element" ? text : "";
    return { ...place, at: tag.closing ? "closing-tag" : "element", typed };
  }
  if (kind === "value") {
    const open = text.length === 1 || text.at(-1) !== text[0];
    return open
      ? { ...place, at: "value", typed: text.slice(1), attribute: tag.attributes.at(-1) ?? "" }
      : { ...place, at: "elsewhere" };
  }
  if (kind === "attribute")
    return { ...place, at: "attribute", typed: text, attributes: tag.attributes.slice(0, -1) };
  return { ...place, at: text.trim() === "" ? "attribute" : "elsewhere" };
}
