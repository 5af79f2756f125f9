import { mergeTests, type Page, type Route } from "@playwright/test";
import { addressOf } from "./fixtures/network-names";
import { expect, test as networkTest } from "./fixtures/network-test";
import { test as storageTest } from "./fixtures/storage-test";

/*
 * What somebody else takes away while a page looks at it. A question that is under way then is answered calmly: the
 * browser would log any refusal, and `complaints` fails the test that leaves one.
 */

const test = mergeTests(networkTest, storageTest);

/** What came of a question: the server's status, or the page no longer wanted to know. */
type Outcome = number | "withdrawn";

/**
 * Has `meanwhile` happen between the page's next question of that name and its arrival at the server; further ones pass.
 * @returns what comes of that very question.
 */
async function duringNext(
  page: Page,
  question: string,
  meanwhile: () => Promise<unknown>,
): Promise<{ outcome: Promise<Outcome> }> {
  const isAsked = (url: URL) => url.pathname === `/api/trpc/${question}`;
  let tell: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => (tell = resolve));
  const hold = async (route: Route) => {
    const held = route.request();
    page.on("response", (response) => response.request() === held && tell(response.status()));
    page.on("requestfailed", (failed) => failed === held && tell("withdrawn"));
    await meanwhile();
    await route.continue();
  };
  await page.route(isAsked, hold, { times: 1 });
  return { outcome };
}

const calm: Outcome[] = [200, "withdrawn"];

test("a pool that is stopped or deleted while its volumes are asked for", async ({ page, pools, virsh }) => {
  const pool = await pools.define();
  await virsh.run("vol-create-as", pool.name, "disk.img", "1M");
  const stopped = page.getByText(`${pool.name} is stopped`);
  const stopping = await duringNext(page, "storage.volumes", async () => {
    await virsh.run("pool-destroy", pool.name);
    await stopped.waitFor();
  });
  await page.goto(`/storage/local/${pool.name}`);
  expect(calm).toContain(await stopping.outcome);

  const deleting = await duringNext(page, "storage.volumes", async () => {
    await virsh.run("pool-destroy", pool.name);
    await virsh.run("pool-undefine", pool.name);
    await page.getByRole("heading", { name: "There is no such pool" }).waitFor();
  });
  await virsh.run("pool-start", pool.name);
  expect(calm).toContain(await deleting.outcome);
});

for (const question of ["network.leases", "network.xml"]) {
  test(`a network that is deleted before ${question} is answered`, async ({ page, networks, virsh }) => {
    const name = await networks.define(addressOf(70));
    const deleting = await duringNext(page, question, async () => {
      await virsh.run("net-destroy", name);
      await virsh.run("net-undefine", name);
      await page.getByRole("heading", { name: "There is no such network" }).waitFor();
    });
    await page.goto(`/networks/local/${name}`);
    if (question === "network.xml") await page.getByText("XML", { exact: true }).click();
    expect(calm).toContain(await deleting.outcome);
  });
}

for (const question of ["definition.get", "definition.preview", "vm.xml"]) {
  test(`a VM that is deleted before ${question} is answered`, async ({ page, vms, virsh }) => {
    const { name, uuid } = await vms.define();
    await virsh.run("start", name);
    const deleting = await duringNext(page, question, async () => {
      await virsh.run("undefine", name);
      await virsh.run("destroy", name);
      await page.getByRole("heading", { name: "There is no such VM" }).waitFor();
    });
    await page.goto(`/vms/local/${uuid}?tab=xml`);
    if (question === "vm.xml") await page.getByRole("button", { name: "Running now" }).click();
    expect(calm).toContain(await deleting.outcome);
  });
}
