import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";

/** The document's `<domain>`; an AppError "bad-input" where it is something else. */
export function domainOf(document: Document): Element {
  const root = document.documentElement;
  if (root?.nodeName === "domain") return root;
  throw new AppError("bad-input", {
    userMessage: `This is no VM's definition: its root is <${root?.nodeName ?? "nothing"}>, not <domain>.`,
  });
}
