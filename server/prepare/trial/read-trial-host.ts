import { variableText } from "../../host/boot/efi-variables";
import type { HostTree } from "../../host/host-tree";
import type { HostTools } from "../../host/tools";
import type { PrepareHost } from "../prepare-host";
import type { GrubMenu, TrialHost } from "./trial-host";

const grubFolders = ["boot/grub", "boot/grub2"] as const;
const firmwareFolders = ["boot/firmware", "boot"] as const;
const startedEntry = "sys/firmware/efi/efivars/LoaderEntrySelected-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";

/** What trying a change has to know besides. @param tools null: what a program would have to be asked stays unknown. */
export async function readTrialHost(
  host: PrepareHost,
  tree: HostTree,
  tools: HostTools | null,
): Promise<TrialHost> {
  const files = await tree.readMany({
    texts: [
      "proc/sys/kernel/osrelease",
      startedEntry,
      ...grubFolders.flatMap((folder) =>
        ["grub.cfg", "custom.cfg", "grubenv"].map((name) => `${folder}/${name}`),
      ),
      ...firmwareFolders.flatMap((folder) => [`${folder}/config.txt`, `${folder}/tryboot.txt`]),
    ],
    folders: ["boot", "boot/extlinux"],
    skipForbidden: true,
  });
  const text = (path: string) => files.text(path);
  const pi = firmwareFolders.find((folder) => text(`${folder}/config.txt`) !== null);
  const selected = variableText(text(startedEntry) ?? "");
  return {
    ...host,
    release: text("proc/sys/kernel/osrelease")?.trim() ?? "",
    grub: await readGrub(text, tools),
    startedEntry: selected === "" ? null : selected,
    kernelFiles: files.names("boot"),
    extlinuxFiles: files.names("boot/extlinux"),
    firmware:
      pi === undefined
        ? null
        : { config: text(`${pi}/config.txt`) ?? "", tryboot: text(`${pi}/tryboot.txt`) },
  };
}

async function readGrub(
  text: (path: string) => string | null,
  tools: HostTools | null,
): Promise<GrubMenu | null> {
  const folder = grubFolders.find((candidate) => text(`${candidate}/grub.cfg`) !== null);
  if (folder === undefined) return null;
  return {
    folder,
    text: text(`${folder}/grub.cfg`) ?? "",
    custom: text(`${folder}/custom.cfg`),
    environment: text(`${folder}/grubenv`) ?? "",
    storage: tools === null ? null : await storageOf(folder, tools),
  };
}

/** grub-probe(8). Where it fails nothing is known, whatever one of its answers was. */
async function storageOf(folder: string, tools: HostTools): Promise<GrubMenu["storage"]> {
  const probe = folder.endsWith("grub2") ? "grub2-probe" : "grub-probe";
  const [fileSystem, abstraction] = await Promise.all(
    ["fs", "abstraction"].map((target) => tools.run(probe, [`--target=${target}`, `/${folder}`])),
  );
  if (fileSystem?.status !== 0 || abstraction?.status !== 0) return null;
  return { fileSystem: fileSystem.output.trim(), abstraction: abstraction.output.trim() };
}
