import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

const buildFolder = fileURLToPath(new URL("../../../.next/static", import.meta.url));

/** What a route made the browser load, gzip, kB of 1,000 bytes. */
export interface AssetSizes {
  script: number;
  style: number;
}

/** The scripts and style sheets that the page loaded so far, by what the build holds of each. */
export async function assetSizes(page: Page): Promise<AssetSizes> {
  const paths = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname),
  );
  const sizeOf = async (ending: string) => {
    const files = new Set(paths.filter((path) => path.startsWith("/_next/static/") && path.endsWith(ending)));
    const sizes = [...files].map(async (path) => {
      const bytes = await readFile(join(buildFolder, decodeURIComponent(path.slice("/_next/static".length))));
      return gzipSync(bytes).length;
    });
    return (await Promise.all(sizes)).reduce((total, size) => total + size, 0) / 1000;
  };
  return { script: await sizeOf(".js"), style: await sizeOf(".css") };
}
