/**
 * `npm run bench:picture`: how long the passthrough page draws a server with eight GPUs and two hundred IOMMU groups,
 * in a real browser. No peer draws a host. Exits 1 where a goal is missed. Build first.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { chromiumArguments, chromiumPath } from "@/e2e/fixtures/chromium";
import { PassdeckServer } from "@/e2e/fixtures/passdeck-server";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { eightGpus } from "@/e2e/hosts/eight-gpus";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { writeTree } from "@/server/host/tree-entries";
import { clickAndMeasure } from "./pages/click-and-measure";
import { quantile } from "./quantile";
import { atMost, report } from "./report";

const rounds = 20;
const groups = new Set(eightGpus.devices.map(({ group }) => group)).size;

async function benchPicture(): Promise<boolean> {
  const hostRoot = await mkdtemp(join(tmpdir(), "passdeck-bench-"));
  await writeTree(hostRoot, hostTreeEntries(eightGpus));
  const libvirtd = await startPrivateLibvirtd();
  const server = await PassdeckServer.start({ libvirtUri: libvirtd.uri, hostRoot });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  try {
    const { storageState } = await makeAdministrator(server);
    const viewport = { width: 1440, height: 900 };
    const page = await browser.newPage({ ignoreHTTPSErrors: true, storageState, viewport });
    return await measurePicture(page, server.url);
  } finally {
    await browser.close();
    await server.stop();
    await libvirtd.stop();
    await rm(hostRoot, { recursive: true });
  }
}

async function measurePicture(page: Page, url: string): Promise<boolean> {
  await page.goto(`${url}/passthrough`);
  const main = page.getByRole("main");
  await main.getByText("0000:c1:00.0").first().waitFor({ state: "attached" });
  const navigation = page.getByRole("navigation", { name: "Main" });
  const [picture, list, arrival]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    list.push(await clickAndMeasure(page.getByRole("button", { name: "List", exact: true })));
    picture.push(await clickAndMeasure(page.getByRole("button", { name: "Picture", exact: true })));
    await navigation.getByRole("link", { name: "VMs", exact: true }).click();
    await page.getByRole("heading", { name: "VMs", level: 1 }).waitFor();
    arrival.push(await clickAndMeasure(navigation.getByRole("link", { name: "Passthrough", exact: true })));
  }
  const row = (name: string, ours: number, limit?: number) => ({
    name,
    unit: "ms",
    ours,
    goal: limit === undefined ? undefined : atMost(ours, limit, "ms"),
  });
  return report(
    `${eightGpus.devices.length} devices in ${groups} groups`,
    [],
    [
      row("click → picture painted, p50", quantile(picture, 0.5), 200),
      row("click → picture painted, p95", quantile(picture, 0.95), 200),
      row("click → list painted, p50", quantile(list, 0.5), 200),
      row("from the list of VMs to the picture, p50", quantile(arrival, 0.5)),
    ],
  );
}

process.exit((await benchPicture()) ? 0 : 1);
