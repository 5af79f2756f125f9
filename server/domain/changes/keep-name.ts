import { childOf, parseXml, serializeXml, textOf } from "../../xml/xml";

/** An earlier definition of a VM under the name that the VM has by now. */
export function withNameOf(present: string, earlier: string): string {
  const document = parseXml(earlier);
  const [is, was] = [parseXml(present), document].map((one) => childOf(one.documentElement, "name"));
  const name = textOf(is);
  if (!was || name === null || name === textOf(was)) return earlier;
  was.textContent = name;
  return serializeXml(document);
}
