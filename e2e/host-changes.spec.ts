import { ChangingHost } from "./fixtures/changing-host";
import { test as base, expect } from "./fixtures/test";
import type { HostDescription } from "./hosts/build-host-tree";
import { demo } from "./hosts/demo";

const node = (id: number, name: string) => `sys/devices/system/node/node${id}/${name}`;
const pools = (id: number) => ({
  [node(id, "meminfo")]: `Node ${id} MemTotal: 16395520 kB\nNode ${id} MemFree: 6291456 kB\n`,
  [node(id, "hugepages/hugepages-2048kB/nr_hugepages")]: "1024\n",
  [node(id, "hugepages/hugepages-2048kB/free_hugepages")]: id === 0 ? "256\n" : "1024\n",
  [node(id, "hugepages/hugepages-1048576kB/nr_hugepages")]: "2\n",
  [node(id, "hugepages/hugepages-1048576kB/free_hugepages")]: "2\n",
});
/** A host with memory nodes, a desktop, and cards of each reservation. */
const host: HostDescription = {
  ...demo,
  present: demo.present.filter((path) => path !== "etc/mkinitcpio.conf"),
  files: {
    ...demo.files,
    ...pools(0),
    ...pools(1),
    "etc/mkinitcpio.conf": "MODULES=()\nHOOKS=(base udev autodetect modconf kms block filesystems)\n",
  },
  links: {
    ...demo.links,
    "etc/systemd/system/display-manager.service": "usr/lib/systemd/system/gdm.service",
  },
};

interface HostFixtures {
  changingHost: ChangingHost;
  hostRoot: string;
}

// biome-ignore-start lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
const test = base.extend<object, HostFixtures>({
  changingHost: [
    async ({}, use) => {
      const made = await ChangingHost.make(host);
      await use(made);
      await made.remove();
    },
    { scope: "worker" },
  ],
  hostRoot: [async ({ changingHost }, use) => use(changingHost.root), { scope: "worker" }],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

test.beforeEach(({ changingHost }) => changingHost.become(host));

test("the picture and the list tell what is reserved now, and what at the next start", async ({ page }) => {
  await page.goto("/passthrough");
  await expect(page.getByText("Reserved now and at every start").first()).toBeVisible();
  await page.getByRole("button", { name: "List" }).click();
  const twin = page.getByRole("listitem").filter({ hasText: "0000:05:00.1" }).last();
  await expect(twin).toContainText("Reserved until the restart");
  const other = page.getByRole("listitem").filter({ hasText: "0000:05:00.0" }).last();
  await expect(other).not.toContainText("Reserved");
});

test("what is reserved until the restart is planned for every start, and its twin told apart", async ({
  page,
}) => {
  await page.goto("/passthrough?card=0000:05:00.1");
  const panel = page.getByRole("complementary");
  const reservation = panel.getByRole("region", { name: "Reservation" });
  await expect(reservation).toContainText("not reserved at the next start");
  await expect(reservation).toContainText("Same model as 0000:05:00.0");
  await panel.getByRole("button", { name: "Keep reserved over restarts…" }).click();
  const byHand = page.getByRole("dialog").getByRole("region", { name: "By hand" });
  await expect(byHand).toContainText("61-passdeck-vfio.rules");
  await expect(byHand).toContainText("0000:05:00.1");
  await expect(byHand).not.toContainText("0000:05:00.0");
});

test("a card that an id reserves is returned for every start by one plan", async ({ page }) => {
  await page.goto("/passthrough?card=0000:01:00.0");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("region", { name: "Reservation" })).toContainText(
    "reserved at the next start by the kernel command line",
  );
  await panel.getByRole("button", { name: "Return to host" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toContainText(
    "nothing can be changed on it",
  );
});

test("huge pages are shown by node, and what can't be had is refused", async ({ page }) => {
  await page.goto("/host#huge-pages");
  const pages = page.getByRole("region", { name: "Huge pages now" });
  await expect(pages.getByRole("heading", { name: /NUMA node 1/ })).toBeVisible();
  await expect(pages.getByText("Now 1024, 256 free.")).toBeVisible();
  await expect(pages.getByText("1.5 GiB").first()).toBeVisible();
  await pages.getByRole("spinbutton", { name: "Pages of 2 MiB, node 0" }).fill("100");
  await pages.getByRole("button", { name: "Show the plan" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toContainText(
    "768 huge pages of 2 MiB on node 0 are in use",
  );
});

test("the desktop is turned off by a plan, which says whose sign-in is gone", async ({ page }) => {
  await page.goto("/host");
  const form = page.getByRole("region", { name: "Change how the host starts" });
  await form.getByRole("combobox", { name: "What the host starts" }).selectOption("multi-user");
  await form.getByRole("button", { name: "Show the plan" }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByText("systemctl set-default multi-user.target")
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});
