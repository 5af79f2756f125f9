import { AppError } from "../../errors";
import { refuseForeignFolders } from "../configuration/own-folders";
import { realPlace } from "../configuration/real-place";
import { folderTree } from "../folder-tree";
import type { HostFiles } from "../host-files";
import { isRootReadable, type RootBatch, type RootRead, rootReads } from "./root-readable";

/** What root's helper looks at for a Passdeck that is not root. */
export interface RootEyes {
  /** @throws AppError "forbidden" that names the first path which is not on the list, or leads off it. */
  look(batch: RootBatch): Promise<HostFiles>;
}

/** Those of the process itself. @param root The host's, for tests. */
export function rootEyes(root = "/"): RootEyes {
  const tree = folderTree(root);
  return {
    async look(batch) {
      for (const kind of rootReads) for (const path of batch[kind] ?? []) await refuse(root, kind, path);
      return tree.readMany({ ...batch, skipForbidden: true });
    },
  };
}

async function refuse(root: string, kind: RootRead, path: string): Promise<void> {
  if (!isRootReadable(kind, path)) throw notRead(path);
  // The kernel's own files are nobody's to put a link in the place of.
  if (/^(?:proc|sys)\//.test(path)) return;
  const place = await realPlace(root, path);
  if (!isRootReadable(kind, place)) throw notRead(path);
  await refuseForeignFolders(root, place);
}

function notRead(path: string): AppError {
  return new AppError("forbidden", { userMessage: `Passdeck’s root helper does not read /${path}.` });
}
