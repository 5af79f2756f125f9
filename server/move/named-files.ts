import { domainOf } from "../domain/edit/domain-root";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml/xml";

/** Files and folders of the host that a definition names besides its disks: a kernel, firmware, shared folders. */
export function filesNamedBeside(xml: string): string[] {
  const domain = domainOf(parseXml(xml));
  const os = childOf(domain, "os");
  const shared = childrenOf(childOf(domain, "devices"), "filesystem").map((folder) =>
    attributeOf(childOf(folder, "source"), "dir"),
  );
  const named = ["kernel", "initrd", "dtb", "loader"].map((name) => textOf(childOf(os, name)));
  return [...named, ...shared].filter((path) => path?.startsWith("/") === true).map(String);
}
