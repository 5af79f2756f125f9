import type { HostTree } from "../host-tree";

/** Where distributions put what libvirt ships. */
const folder = "usr/share/libvirt/schemas";

/** The RELAX NG schemas that came with a host's libvirt. */
export interface LibvirtSchemas {
  /** All schemas by name ("domain.rng"), read once; null where they are not installed. */
  files(): Promise<ReadonlyMap<string, string> | null>;
}

/** @param tree The files of the machine that libvirt runs on. */
export function installedSchemas(tree: HostTree): LibvirtSchemas {
  let known: ReadonlyMap<string, string> | null = null;
  return {
    async files() {
      if (known !== null) return known;
      const names = (await tree.list(folder)).filter((name) => name.endsWith(".rng"));
      if (names.length === 0) return null;
      const found = await tree.readMany({ texts: names.map((name) => `${folder}/${name}`) });
      known = new Map(names.map((name) => [name, found.text(`${folder}/${name}`) ?? ""]));
      return known;
    },
  };
}
