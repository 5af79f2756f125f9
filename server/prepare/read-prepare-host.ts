import { readEfiBoot } from "../host/boot/read-efi-boot";
import { checkBatch } from "../host/checks/check-sources";
import { readSetup } from "../host/checks/read-check-sources";
import { hostBatch, kernelReleaseOf } from "../host/host-facts";
import type { HostTree } from "../host/host-tree";
import { readLookingGlassHost } from "../host/looking-glass-host";
import { builtInModules } from "../host/modules/installed-modules";
import { readPrepareFiles } from "./prepare-files";
import type { PrepareHost } from "./prepare-host";
import { readBootDevices } from "./read-devices";
import type { NeededDevice } from "./refuse-needed";

/**
 * What preparing a host has to know of it.
 * @param needed By the verdicts on its devices.
 * @param ownParameters Names of those that Passdeck put on the kernel's line.
 */
export async function readPrepareHost(
  tree: HostTree,
  needed: readonly NeededDevice[],
  ownParameters: readonly string[] = [],
): Promise<PrepareHost> {
  const texts = [...new Set([...hostBatch.texts, ...checkBatch.texts])];
  const read = await tree.readMany({ ...checkBatch, texts });
  const { boot, family, frozenMenu } = await readSetup(tree, read);
  const [files, devices] = [await readPrepareFiles(tree), await readBootDevices(tree)];
  const kernels = await tree.list("lib/modules");
  const builtIn = (await builtInModules(tree, kernelReleaseOf(read))) ?? new Set();
  const lookingGlass = await readLookingGlassHost(tree);
  return {
    boot,
    family,
    frozenMenu,
    files,
    devices,
    needed,
    kernels,
    ownParameters,
    builtIn,
    lookingGlass,
    efi: await readEfiBoot(tree),
  };
}
