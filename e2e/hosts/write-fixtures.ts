import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packTree } from "@/server/host/archive";
import { withHostTree } from "@/server/host/open-host";
import { readHostReport } from "@/server/pci/read-host-report";
import { type HostDescription, hostTreeEntries } from "./build-host-tree";
import { demo } from "./demo";
import { madeUpHost } from "./made-up-host";
import { xeonE3 } from "./xeon-e3";
import { z97 } from "./z97";

/**
 * Writes the captured hosts and what is expected to be read of them: `npx tsx e2e/hosts/write-fixtures.ts`, then
 * `npx biome check --write e2e/hosts` and a look at the difference. `lab-q35.tar.gz` is a capture of a real kernel in
 * an emulated machine and is not written here.
 */
const described: readonly (readonly [string, HostDescription])[] = [
  ["../../server/demo/host.tar.gz", madeUpHost],
  ["demo.tar.gz", demo],
  ["z97.tar.gz", z97],
  ["xeon-e3.tar.gz", xeonE3],
];

for (const [path, host] of described) await packTree(hostTreeEntries(host), placeOf(path));

const golden: readonly (readonly [string, string])[] = [
  ["demo", "demo.tar.gz"],
  ["lab-q35", "lab-q35.tar.gz"],
  ["z97", "z97.tar.gz"],
  ["xeon-e3", "xeon-e3.tar.gz"],
];

for (const [name, path] of golden) {
  const report = await withHostTree(placeOf(path), readHostReport);
  await writeFile(placeOf(`golden/${name}.json`), JSON.stringify(report));
}

function placeOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
