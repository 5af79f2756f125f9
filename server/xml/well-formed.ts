import { AppError } from "../errors";

/**
 * Refuses what is no well-formed XML, as libvirt's own parser (libxml2) sees it, with line and reason. It is to be
 * called with texts that have no DOCTYPE: no entity is declared then, and none gets expanded.
 */
export async function refuseMalformed(text: string): Promise<void> {
  const { XmlDocument, XmlParseError, ParseOption } = await import("libxml2-wasm");
  try {
    XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET }).dispose();
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const [detail] = error.details;
    const where = detail ? `line ${detail.line}: ` : "";
    throw new AppError("bad-input", {
      userMessage: `The XML is not well-formed: ${where}${(detail?.message ?? error.message).trim()}`,
      cause: error,
    });
  }
}
