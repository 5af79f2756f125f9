import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildIsFresh } from "../build-stamp.mjs";
import { runScript, SetupError } from "../project.mjs";
import { licencesOfPackages } from "./licences.mjs";
import { readPackage, writeTree } from "./write-tree.mjs";

/** `node server/setup/package/tree.mjs FOLDER`: what packages install at /usr/lib/passdeck, without a Node, of what was built. */
async function main() {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new SetupError("Which folder? node server/setup/package/tree.mjs FOLDER");
  if (!buildIsFresh()) throw new SetupError("What is built is not of these sources: npm run build");
  writeTree(resolve(folder), readPackage().version);
  writeFileSync(join(folder, "third-party-licences"), licencesOfPackages());
}

await runScript(main);
