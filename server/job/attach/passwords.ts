import { attributeOf, childOf, childrenOf, type parseXml } from "../../vm/xml";

type Document = ReturnType<typeof parseXml>;

/**
 * A definition that was kept without passwords, with those that the present one has. They stand in `<graphics>` alone
 * (VIR_DOMAIN_XML_SECURE), and belong to the same display, by its place and kind.
 */
export function withPasswordsOf(present: Document, kept: Document): Document {
  const displays = displaysOf(present);
  for (const [index, display] of displaysOf(kept).entries()) {
    const source = displays[index];
    const password = attributeOf(source, "passwd");
    if (password !== null && attributeOf(source, "type") === attributeOf(display, "type"))
      display.setAttribute("passwd", password);
  }
  return kept;
}

function displaysOf(document: Document) {
  return childrenOf(childOf(document.documentElement, "devices"), "graphics");
}
