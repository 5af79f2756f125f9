import type { BrowserContext } from "@playwright/test";
import { atMost, type Row, report } from "../report";
import { type AssetSizes, assetSizes } from "./asset-sizes";

/** What a route's scripts may come to, gzip, kB of 1,000 bytes. */
const scriptLimit = 190;

const lists = [
  "/",
  "/vms",
  "/vms/new",
  "/networks",
  "/storage",
  "/passthrough",
  "/hosts",
  "/devices",
  "/people",
  "/notifications",
  "/account",
  "/sign-in",
  "/console-link",
];

/**
 * What each route loads, by itself in a page whose cache is as it comes.
 * @param further The pages of one thing, by what that is.
 */
export async function routeSizes(
  context: BrowserContext,
  url: string,
  further: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, AssetSizes>> {
  const sizes = new Map<string, AssetSizes>();
  for (const [name, path] of [...lists.map((list) => [list, list] as const), ...Object.entries(further)]) {
    const page = await context.newPage();
    await page.goto(`${url}${path}`, { waitUntil: "networkidle" });
    sizes.set(name, await assetSizes(page));
    await page.close();
  }
  return sizes;
}

/** Prints them as a table, and gives whether all are within the limit. */
export function reportRoutes(sizes: ReadonlyMap<string, AssetSizes>): boolean {
  const rows = [...sizes].flatMap(([name, { script, style }]): Row[] => [
    {
      name: `${name}: JavaScript, gzip`,
      unit: "kB",
      ours: script,
      goal: atMost(script, scriptLimit, "kB"),
    },
    { name: `${name}: CSS, gzip`, unit: "kB", ours: style },
  ]);
  return report("What a route loads", [], rows);
}
