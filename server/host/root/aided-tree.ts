import { batchTree } from "../batch-tree";
import { HostFiles, type ReadBatch } from "../host-files";
import type { HostTree } from "../host-tree";
import { foundSchema } from "./found-files";
import type { RootHelper } from "./root-helper";
import { isRootReadable, type RootBatch, rootReads } from "./root-readable";

/**
 * A host's files for a Passdeck that is not root: what only root may read its helper reads. Where that can't be asked, or does
 * not read something, all is as this process sees it.
 */
export function aidedTree(own: HostTree, helper: Pick<RootHelper, "ask">): HostTree {
  const readMany = async (batch: ReadBatch): Promise<HostFiles> => {
    const { ours, theirs } = parted(batch);
    const seen = theirs === null ? null : await seenByRoot(helper, theirs);
    if (seen === null) return own.readMany(batch);
    return (await own.readMany(ours)).with(seen);
  };
  return batchTree(own.name, readMany);
}

/** null where it could not be asked: what it has to say to that is said where something is to be changed. */
async function seenByRoot(helper: Pick<RootHelper, "ask">, batch: RootBatch): Promise<HostFiles | null> {
  const outcome = await helper.ask({ act: "look", batch }).catch(() => null);
  if (outcome === null || !("value" in outcome)) return null;
  return new HostFiles(foundSchema.parse(outcome.value));
}

/** `theirs` is null where there is nothing for root in it. */
function parted(batch: ReadBatch): { ours: ReadBatch; theirs: RootBatch | null } {
  const ours: ReadBatch = { ...batch };
  const theirs: RootBatch = {};
  for (const kind of rootReads) {
    const paths = batch[kind] ?? [];
    const forRoot = paths.filter((path) => isRootReadable(kind, path));
    if (forRoot.length === 0) continue;
    theirs[kind] = forRoot;
    ours[kind] = paths.filter((path) => !isRootReadable(kind, path));
  }
  return { ours, theirs: Object.keys(theirs).length === 0 ? null : theirs };
}
