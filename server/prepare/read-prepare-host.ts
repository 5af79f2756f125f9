import { checkBatch } from "../host/checks/check-sources";
import { readSetup } from "../host/checks/read-check-sources";
import type { HostTree } from "../host/host-tree";
import { readPrepareFiles } from "./prepare-files";
import type { PrepareHost } from "./prepare-host";
import { readBootDevices } from "./read-devices";

/** What preparing a host has to know of it. */
export async function readPrepareHost(tree: HostTree): Promise<PrepareHost> {
  const { boot, family } = await readSetup(tree, await tree.readMany(checkBatch));
  const [files, devices] = [await readPrepareFiles(tree), await readBootDevices(tree)];
  return { boot, family, files, devices, kernels: await tree.list("lib/modules") };
}
