import { AppError } from "../errors";

/** A definition's text, and how its bytes said it. */
export interface XmlText {
  text: string;
  encoding: "utf-8" | "latin1";
  byteOrderMark: boolean;
  /** All of its lines end as in Windows. */
  windowsLines: boolean;
}

/**
 * The text in the bytes of an XML file: UTF-8, or Latin 1 where it says so.
 * @throws AppError "bad-input" for other encodings and for bytes that are not in the encoding stated.
 */
export function decodeXml(bytes: Buffer): XmlText {
  const declared = declaredEncoding(bytes.subarray(0, 200).toString("latin1"));
  if (declared === "latin1") return textOf(bytes.toString("latin1"), "latin1");
  try {
    return textOf(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), "utf-8");
  } catch (cause) {
    throw new AppError("bad-input", {
      userMessage: "The input is not in UTF-8. Convert it, or name its encoding in the XML declaration.",
      cause,
    });
  }
}

/** The bytes of an edited text, as those of the original were written. */
export function encodeXml(text: string, { encoding, byteOrderMark, windowsLines }: XmlText): Buffer {
  const lines = windowsLines ? text.replace(/\n/g, "\r\n") : text;
  if (encoding === "utf-8") return Buffer.from(byteOrderMark ? `\uFEFF${lines}` : lines);
  return Buffer.from(lines, "latin1");
}

function declaredEncoding(head: string): "utf-8" | "latin1" {
  const name =
    /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  if (name === "utf-8" || name === "utf8" || name === "us-ascii") return "utf-8";
  if (name === "iso-8859-1" || name === "latin1") return "latin1";
  throw new AppError("bad-input", {
    userMessage: `The input is in ${name}; Passdeck reads UTF-8 and ISO-8859-1.`,
  });
}

function textOf(decoded: string, encoding: XmlText["encoding"]): XmlText {
  const byteOrderMark = decoded.startsWith("\uFEFF");
  const text = byteOrderMark ? decoded.slice(1) : decoded;
  const breaks = text.match(/\r?\n/g) ?? [];
  const windowsLines = breaks.length > 0 && breaks.every((lineBreak) => lineBreak === "\r\n");
  return { text, encoding, byteOrderMark, windowsLines };
}
