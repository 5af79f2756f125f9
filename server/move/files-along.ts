import { posix } from "node:path";
import { cloneTpm, tpmFolder } from "../create/clone-tpm";
import { cloneVariables } from "../create/clone-variables";
import { deviceElements } from "../domain/edit/device-elements";
import { attributeOf, childOf, parseXml } from "../xml/xml";

/** A file of the source that a VM needs where it goes. */
export interface FileAlong {
  /** What it is, for people: "firmware variables". */
  what: string;
  folder: string;
  name: string;
  /** Another VM may use it as well, so that one that is there already does. */
  shared: boolean;
}

/** What a VM that is off has in files beside its disks. */
export interface FilesAlong {
  files: FileAlong[];
  /** The folder with what its TPM keeps; null where it has none, or keeps it elsewhere. */
  tpmFolder: string | null;
}

/** Reads them from a definition: the UEFI variables, ROM files of passed-through cards, the TPM's state. */
export function filesAlong(xml: string, vm: { id: string; name: string }): FilesAlong {
  const variables = cloneVariables(xml, vm.name, vm.name);
  const tpm = cloneTpm(xml, vm.id);
  return {
    files: [
      ...(variables === null
        ? []
        : [{ what: "firmware variables", folder: variables.folder, name: variables.from, shared: false }]),
      ...romFiles(xml).map((path) => ({
        what: "ROM file",
        folder: posix.dirname(path),
        name: posix.basename(path),
        shared: true,
      })),
    ],
    tpmFolder: tpm === null ? null : tpmFolder(vm.id, tpm),
  };
}

function romFiles(xml: string): string[] {
  const paths = deviceElements(parseXml(xml)).map((device) => attributeOf(childOf(device, "rom"), "file"));
  return [...new Set(paths.filter((path) => path?.startsWith("/") === true).map(String))];
}
