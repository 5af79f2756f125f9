import type { HostTree } from "../host-tree";

/** Where distributions put what libvirt ships. */
const folder = "usr/share/libvirt/schemas";

/** The RELAX NG schemas that came with a host's libvirt. */
export class LibvirtSchemas {
  readonly #tree: HostTree;
  #files: Promise<ReadonlyMap<string, string>> | null = null;

  /** @param tree The files of the machine that libvirt runs on. */
  constructor(tree: HostTree) {
    this.#tree = tree;
  }

  /** All schemas by name ("domain.rng"), read once; null where they are not installed. */
  async files(): Promise<ReadonlyMap<string, string> | null> {
    this.#files ??= this.#read();
    const reading = this.#files;
    // What failed or was not there may be there the next time.
    const forget = () => {
      this.#files = null;
    };
    const files = await reading.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (files.size > 0) return files;
    forget();
    return null;
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    const names = (await this.#tree.list(folder)).filter((name) => name.endsWith(".rng"));
    const files = await this.#tree.readMany({ texts: names.map((name) => `${folder}/${name}`) });
    return new Map(names.map((name) => [name, files.text(`${folder}/${name}`) ?? ""]));
  }
}
