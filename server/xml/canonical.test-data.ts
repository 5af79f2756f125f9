import { XmlDocument, XmlStringOutputBufferHandler } from "libxml2-wasm";

/** The canonical form of a document (C14N, comments included), by libxml2: two texts that say the same have the same. */
export function canonical(text: string): string {
  const document = XmlDocument.fromString(text);
  const output = new XmlStringOutputBufferHandler();
  document.canonicalize(output, { withComments: true });
  document.dispose();
  return output.result;
}
