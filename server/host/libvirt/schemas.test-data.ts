import { folderTree } from "../folder-tree";
import { installedSchemas, type LibvirtSchemas } from "./libvirt-schemas";

/** Those of the machine that runs the tests. */
export const schemasHere = installedSchemas(folderTree("/"));

/** Schemas of a made-up host. @param grammars What stands in each `<grammar>`, by the file's name; null: no schemas. */
export function schemasOf(grammars: Readonly<Record<string, string>> | null): LibvirtSchemas {
  const files = Object.entries(grammars ?? {}).map(([name, content]): [string, string] => [
    name,
    `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${content}</grammar>`,
  ]);
  return { files: async () => grammars && new Map(files) };
}
