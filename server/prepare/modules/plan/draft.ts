import type { Edit } from "../../edit";

/** What is known of a host's files. Paths are without a leading slash. */
export interface ModuleFiles {
  /** The text of a link is that of the file which it leads to. */
  texts: ReadonlyMap<string, string>;
  /** Symbolic links among them, with the path that each leads to in the end. */
  links: ReadonlyMap<string, string>;
}

export type Refused = Extract<Edit, { kind: "refused" }>;

export interface ModuleStep {
  /** Without a leading slash. */
  file: string;
  /** null of a file that is new. */
  before: string | null;
  after: string;
  /** Whether a new file is to be one that can be run; a file that is there keeps its mode. */
  executable: boolean;
}

/** Folders of which a file hides those of the same name in later ones. */
export interface HidingFolders {
  folders: readonly [own: string, ...packaged: string[]];
  suffix: string;
}

/** A host's files as they would be after the changes so far. */
export class Draft {
  readonly #files: ModuleFiles;
  readonly #changed = new Map<string, Pick<ModuleStep, "after" | "executable">>();

  constructor(files: ModuleFiles) {
    this.#files = files;
  }

  text(path: string): string | null {
    const changed = this.#changed.get(this.#target(path))?.after ?? this.#changed.get(path)?.after;
    return changed ?? this.#files.texts.get(path) ?? null;
  }

  texts(paths: readonly string[]): string[] {
    return paths.flatMap((path) => this.text(path) ?? []);
  }

  /** The files of these folders that are read, in their order: by name, whatever the folder. */
  pathsIn({ folders, suffix }: HidingFolders): string[] {
    const known = [...this.#files.texts.keys(), ...this.#changed.keys()];
    const byName = new Map<string, string>();
    for (const folder of folders) {
      for (const path of known) {
        const name = path.slice(folder.length + 1);
        const isOf = path.startsWith(`${folder}/`) && !name.includes("/") && name.endsWith(suffix);
        if (isOf && !byName.has(name)) byName.set(name, path);
      }
    }
    return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, path]) => path);
  }

  /** Takes an edit of a file over. A link is written through. null where that can be done. */
  change(path: string, edit: Edit, executable = false): Refused | null {
    if (edit.kind === "refused") return edit;
    if (edit.text === (this.text(path) ?? "")) return null;
    const file = this.#target(path);
    if (file !== path && !file.startsWith("etc/")) {
      return refuse(`/${path} is a symbolic link to /${file}, which is not the host's own.`);
    }
    this.#changed.set(file, { after: edit.text, executable });
    return null;
  }

  /** As {@link change} for a file of such folders: a packaged one stays, and a changed copy of it in /etc hides it. */
  changeIn({ folders: [own, ...packaged] }: HidingFolders, path: string, edit: Edit): Refused | null {
    if (!packaged.some((folder) => path.startsWith(`${folder}/`))) return this.change(path, edit);
    if (edit.kind === "refused") return edit;
    if (edit.text === this.text(path)) return null;
    // One without a line hides the packaged one as well.
    const copy = `${own}/${path.slice(path.lastIndexOf("/") + 1)}`;
    this.#changed.set(this.#target(copy), { after: edit.text, executable: false });
    return null;
  }

  steps(): ModuleStep[] {
    return [...this.#changed].flatMap(([file, { after, executable }]) => {
      const before = this.#files.texts.get(file) ?? null;
      return before === after ? [] : [{ file, before, after, executable }];
    });
  }

  #target(path: string): string {
    return this.#files.links.get(path) ?? path;
  }
}

export function refuse(reason: string): Refused {
  return { kind: "refused", reason, instead: null };
}

/** Does one after the other until something is refused. */
export function untilRefused<T>(each: readonly T[], change: (one: T) => Refused | null): Refused | null {
  for (const one of each) {
    const refused = change(one);
    if (refused !== null) return refused;
  }
  return null;
}
