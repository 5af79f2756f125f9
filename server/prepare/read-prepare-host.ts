import { checkBatch } from "../host/checks/check-sources";
import { readSetup } from "../host/checks/read-check-sources";
import type { HostTree } from "../host/host-tree";
import { readPrepareFiles } from "./prepare-files";
import type { PrepareHost } from "./prepare-host";
import { readBootDevices } from "./read-devices";
import type { NeededDevice } from "./refuse-needed";

/** What preparing a host has to know of it. @param needed By the verdicts on its devices. */
export async function readPrepareHost(tree: HostTree, needed: readonly NeededDevice[]): Promise<PrepareHost> {
  const { boot, family } = await readSetup(tree, await tree.readMany(checkBatch));
  const [files, devices] = [await readPrepareFiles(tree), await readBootDevices(tree)];
  return { boot, family, files, devices, needed, kernels: await tree.list("lib/modules") };
}
