import { readFileSync } from "node:fs";
import * as z from "zod";
import { productFile } from "./product-file";

/** The version of the Passdeck that runs, as its package.json has it. */
export function productVersion(): string {
  const text = readFileSync(productFile("package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
