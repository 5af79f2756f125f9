import type { Locator, Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { addressOf } from "./fixtures/network-names";
import { expect, test } from "./fixtures/network-test";

const card = (network: string) => ({
  name: "interface",
  attributes: { type: "network" },
  children: [
    { name: "source", attributes: { network } },
    { name: "model", attributes: { type: "virtio" } },
  ],
});

/** Opens a network's page and its form. */
async function openForm(page: Page, name: string): Promise<Locator> {
  await page.goto(`/networks/local/${name}`);
  await page.getByRole("button", { name: "Network", exact: true }).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  return page.getByRole("dialog", { name: `Edit ${name}` });
}

test("DHCP and DNS names of a running network are in force at once", async ({ page, networks, virsh }) => {
  // Each change has libvirt start dnsmasq anew; where nobody reaps the old one, libvirt waits five seconds for it.
  test.slow();
  const name = await networks.define(addressOf(81));
  const before = await virsh.run("net-dumpxml", "--inactive", name);
  const form = await openForm(page, name);
  await form.getByLabel("End of IPv4 DHCP range 1").fill("10.77.80.7");
  await expect(form).toContainText("End: Enter an address in this network.");
  await form.getByLabel("End of IPv4 DHCP range 1").fill("10.77.81.120");
  await form.getByRole("button", { name: "Add IPv4 DHCP reservation" }).click();
  await form.getByLabel("MAC address of IPv4 DHCP reservation 1").fill("52:54:00:12:34:56");
  await form.getByLabel("Address of IPv4 DHCP reservation 1", { exact: true }).fill("10.77.81.200");
  await form.getByRole("button", { name: "Add DNS name" }).click();
  await form.getByLabel("Address of DNS name 1").fill("10.77.81.1");
  await form.getByLabel("Names of DNS name 1").fill("gate router");
  await expect(form.getByRole("status")).toContainText(
    "Takes effect now: the IPv4 DHCP range, IPv4 DHCP reservations and DNS names.",
  );
  await expect(form.getByRole("region", { name: "Changes to the definition" }).first()).toContainText(
    "+      <range start='10.77.81.10' end='10.77.81.120'/>",
  );
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden({ timeout: 180_000 });
  await closeJob(page);
  await expect(page.getByText("10.77.81.10 – 10.77.81.120")).toBeVisible();

  const after = before
    .replace(
      "end='10.77.81.99'/>",
      "end='10.77.81.120'/>\n      <host mac='52:54:00:12:34:56' ip='10.77.81.200'/>",
    )
    .replace(
      "  <ip ",
      "  <dns>\n    <host ip='10.77.81.1'>\n      <hostname>gate</hostname>\n      <hostname>router</hostname>\n    </host>\n  </dns>\n  <ip ",
    );
  expect(await virsh.run("net-dumpxml", "--inactive", name)).toBe(after);
  expect(await virsh.run("net-dumpxml", name)).toBe(after);
});

test("what waits is said with the VMs that it costs their connection, until the network is started anew", async ({
  page,
  networks,
  vms,
  virsh,
}) => {
  const name = await networks.define(addressOf(82));
  const vm = await vms.define({ devices: [card(name)] });
  await virsh.run("start", vm.name);
  const running = await virsh.run("net-dumpxml", name);
  const form = await openForm(page, name);
  await form.getByLabel("Domain (optional)").fill("lab.home.arpa");
  await form.getByLabel("MTU (optional)").fill("1400");
  const words = form.getByRole("status");
  await expect(words).toContainText("after the network is stopped and started: the MTU and the domain.");
  await expect(words).toContainText(`${vm.name} loses its connection then`);
  await form.getByRole("button", { name: "Save" }).click();
  await closeJob(page);
  const notice = page.getByRole("status").filter({ hasText: "Takes effect after the network is stopped" });
  await expect(notice).toContainText(vm.name);
  expect(await virsh.run("net-dumpxml", name)).toBe(running);
  expect(await virsh.run("net-dumpxml", "--inactive", name)).toContain("<mtu size='1400'/>");

  await virsh.run("net-destroy", name);
  await virsh.run("net-start", name);
  await expect(notice).toHaveCount(0);
  expect(await virsh.run("net-dumpxml", name)).toContain("<domain name='lab.home.arpa' localOnly='yes'/>");
});

test("a definition that somebody else changed meanwhile is not overwritten", async ({
  page,
  networks,
  virsh,
  complaints,
}) => {
  const name = await networks.define(addressOf(83));
  const form = await openForm(page, name);
  await form.getByLabel("Domain (optional)").fill("mine.home.arpa");
  await expect(form.getByRole("status")).toContainText("the domain");
  const host = "<host mac='52:54:00:00:00:09' ip='10.77.83.9'/>";
  await virsh.run("net-update", name, "add", "ip-dhcp-host", host, "--live", "--config");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("Somebody else changed it in the meantime");
  const saved = await virsh.run("net-dumpxml", "--inactive", name);
  expect(saved).toContain(host);
  expect(saved).not.toContain("mine.home.arpa");
  // The browser complains of the refusal by itself.
  complaints.length = 0;
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 375],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test("the form can be used by everybody", async ({ page, networks }) => {
      const name = await networks.define(addressOf(84));
      const form = await openForm(page, name);
      await form.getByLabel("MTU (optional)").fill("1400");
      await expect(form.getByRole("status")).toContainText("the MTU");
      expect(await violations(page, "[role=dialog]")).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.screenshot({ path: `test-results/network/edit-${colorScheme}-${width}.png` });
    });
  });
}
