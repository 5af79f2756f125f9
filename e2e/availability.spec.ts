import { MadeUpCluster } from "./fixtures/made-up-cluster";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { shots } from "./fixtures/shots";
import { test as base, expect } from "./fixtures/test";
import { untilConnected } from "./fixtures/until-connected";
import { VmListPage } from "./fixtures/vm-list";

/** With a host whose programs are those of a cluster's node. */
const test = base.extend<object, { cluster: MadeUpCluster }>({
  cluster: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const cluster = await MadeUpCluster.start();
      await use(cluster);
      await cluster.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ libvirtd, cluster }, use) => {
      const server = await PassdeckServer.start({
        libvirtUri: libvirtd.uri,
        settings: { PATH: cluster.path },
      });
      await untilConnected(server);
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

test("a host's cluster is shown, what is wrong in it, and what it takes where there is none", async ({
  page,
  cluster,
  virsh,
  vms,
}) => {
  const vm = await vms.define();
  await test.step("a host without a cluster tells what one needs", async () => {
    await page.goto("/host");
    await page.getByRole("link", { name: "High availability" }).click();
    await expect(page.getByRole("heading", { name: "What a cluster needs" })).toBeVisible();
    await expect(page.getByText("Trust of root in the other hosts, by ssh")).toBeVisible();
    await shots(page, "availability", "needs");
  });

  await test.step("a healthy cluster is shown with its nodes, votes and resources", async () => {
    await cluster.become("healthy");
    await cluster.runs(vm);
    await cluster.runsOn("host-a");
    await virsh.run("start", vm.name);
    await page.goto("/host/availability");
    await expect(
      page.getByText("Nothing is wrong, as far as pacemaker, corosync and libvirt tell."),
    ).toBeVisible();
    await expect(page.getByText("3 of 3 votes, 2 needed")).toBeVisible();
    const nodes = page.getByRole("table", { name: "Nodes" });
    await expect(nodes.getByRole("row", { name: /host-a/ })).toContainText("vm-ha1");
    await expect(
      page.getByRole("table", { name: "Resources" }).getByRole("row", { name: /vm-ha1/ }),
    ).toContainText(vm.name);
    await shots(page, "availability", "healthy");
  });

  await test.step("its VM is known by it in the list and on its page", async () => {
    const list = new VmListPage(page);
    await list.open();
    await expect(list.row(vm.name)).toContainText("Cluster");
    await shots(page, "availability", "list");
    await page.goto(`/vms/local/${vm.uuid}`);
    await expect(page.getByText("A cluster runs this VM, as vm-ha1.")).toBeVisible();
    await shots(page, "availability", "vm");
    const shutDown = page.getByRole("button", { name: "Shut down", exact: true });
    await expect(shutDown).toHaveAttribute("aria-disabled", "true");
    await expect(shutDown).toHaveAccessibleDescription("A cluster starts and stops it");
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    await page.getByRole("menuitem", { name: "Start with the host" }).click();
    await expect(page.getByRole("region", { name: "Notices" })).toContainText(
      "as a cluster runs it (vm-ha1)",
    );
    expect(await virsh.state(vm.name)).toBe("running");
  });

  await test.step("what fails is found, and followed while somebody looks", async () => {
    await page.getByRole("link", { name: "High availability" }).click();
    await cluster.become("failed");
    await expect(page.getByText("vm-broken runs nowhere.")).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByRole("table", { name: "Nodes" }).getByRole("row", { name: /host-c/ }),
    ).toContainText("Standby");
    await shots(page, "availability", "failed");
    await cluster.become("no-quorum");
    await expect(page.getByText("1 of 3 votes, 2 needed")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Fencing is switched off.")).toBeVisible();
    await shots(page, "availability", "no-quorum");
  });
});
