import { posix } from "node:path";
import type { HostTree } from "../../host/host-tree";
import { devicesFolder } from "../../pci/raw-device";

/** The driver of each device now, by address; null where none holds it. */
export async function driversOf(
  tree: HostTree,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const links = addresses.map((address) => `${devicesFolder}/${address}/driver`);
  const files = await tree.readMany({ links });
  return new Map(
    addresses.map((address) => {
      const link = files.link(`${devicesFolder}/${address}/driver`);
      return [address, link === null ? null : posix.basename(link)];
    }),
  );
}
