import { writeFile } from "node:fs/promises";
import { reportRoutes, routeSizes } from "./bench/pages/routes";
import { expect, test } from "./fixtures/storage-test";

test("no route loads more scripts than its budget", async ({ context, server, virsh, vms, pools }, info) => {
  const [vm, pool] = [await vms.define(), await pools.define()];
  const network = info.outputPath("network.xml");
  await writeFile(network, "<network><name>sizes</name><bridge name='virbr-sizes'/></network>");
  await virsh.run("net-define", network);
  const sizes = await routeSizes(context, server.url, {
    "a VM": `/vms/local/${vm.uuid}`,
    "a pool": `/storage/local/${pool.name}`,
    "a network": "/networks/local/sizes",
  });
  await virsh.run("net-undefine", "sizes");
  expect(reportRoutes(sizes)).toBe(true);
});

test("what a new VM's further steps need is fetched as soon as somebody is there", async ({ page }) => {
  await page.goto("/vms/new", { waitUntil: "networkidle" });
  const scripts = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length,
    );
  const before = await scripts();
  // A hand moves on; the page sees it from when its own code runs.
  let x = 400;
  const scriptsOnceMoved = async () => {
    await page.mouse.move(x++, 300);
    return scripts();
  };
  await expect.poll(scriptsOnceMoved).toBeGreaterThan(before + 6);
});
