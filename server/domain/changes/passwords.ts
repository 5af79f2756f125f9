import { attributeOf, childOf, childrenOf, type parseXml } from "../../xml/xml";

type Document = ReturnType<typeof parseXml>;

/**
 * A definition that was kept or shown without passwords, with those that the present one has. They stand in
 * `<graphics>` alone (VIR_DOMAIN_XML_SECURE), and belong to the same display, by its place and kind. A password that
 * the definition has of its own stays.
 */
export function withPasswordsOf(present: Document, kept: Document): Document {
  const displays = displaysOf(present);
  for (const [index, display] of displaysOf(kept).entries()) {
    const source = displays[index];
    const password = attributeOf(source, "passwd");
    const same = attributeOf(source, "type") === attributeOf(display, "type");
    if (password !== null && same && !display.hasAttribute("passwd"))
      display.setAttribute("passwd", password);
  }
  return kept;
}

/** Whether there may be passwords in a definition that is shown without them: only displays have any. */
export function mayHavePasswords(xml: string): boolean {
  return xml.includes("<graphics");
}

function displaysOf(document: Document) {
  return childrenOf(childOf(document.documentElement, "devices"), "graphics");
}
