import { unpackTree } from "../host/archive";
import { productFile } from "../host/product-file";

/**
 * Unpacks the captured host that the demo shows into an empty folder, which is then the root of a
 * host's record. The capture is made from `e2e/hosts/demo.ts`.
 */
export async function unpackDemoHost(folder: string): Promise<void> {
  await unpackTree(productFile("server/demo/host.tar.gz"), folder);
}
