import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { productFile } from "../../host/product-file";

/** What a unit starts: Node and Passdeck's program. */
export interface ServiceProgram {
  node: string;
  passdeck: string;
}

/**
 * The program that runs.
 * @param root The folder that stands for `/`: what lies below it is told as it will be there.
 */
export function ownProgram(root: string): ServiceProgram {
  const within = (path: string) =>
    root !== "/" && path.startsWith(root + sep) ? path.slice(root.length) : path;
  return { node: within(process.execPath), passdeck: within(productFile("server/setup/passdeck.mjs")) };
}

/** Whether this Passdeck came by a package, whose manager installs it and takes it away (server/setup/packaged.mjs). */
export function isPackaged(): boolean {
  return existsSync(join(dirname(productFile("package.json")), "build/packaged"));
}
