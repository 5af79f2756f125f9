import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { expect, test } from "./fixtures/network-test";

function card(network: string, filter?: string) {
  const reference = { name: "filterref", attributes: { filter: filter ?? "" } };
  return {
    name: "interface",
    attributes: { type: "network" },
    children: [
      { name: "mac", attributes: { address: "52:54:00:12:34:56" } },
      { name: "source", attributes: { network } },
      ...(filter === undefined ? [] : [reference]),
    ],
  };
}

async function openDialog(page: Page): Promise<Locator> {
  await page.goto("/networks");
  await page.getByRole("button", { name: "New network" }).first().click();
  return page.getByRole("dialog", { name: "New network" });
}

function rowOf(page: Page, name: string): Locator {
  return page.getByRole("row").filter({ hasText: name });
}

async function choose(page: Page, name: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}

/** A network without the page, for tests of something else; isolated, so that it needs no firewall. */
async function makeNetwork(page: Page, name: string, third: number): Promise<void> {
  const dialog = await openDialog(page);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Forward mode").selectOption("isolated");
  await dialog.getByLabel("The host's IPv4 address").fill(`10.77.${third}.1/24`);
  await dialog.getByRole("button", { name: "Create" }).click();
  await closeJob(page);
  await expect(rowOf(page, name)).toContainText("Running");
}

test("a network is made, stopped, started and deleted", async ({ page, networks, virsh }) => {
  const name = networks.plan();
  const dialog = await openDialog(page);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog).toContainText("A name begins with a letter or digit");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("The host's IPv4 address").fill("10.77.0.1/22");
  await expect(dialog.getByLabel("IPv4 DHCP range end")).toHaveValue("10.77.3.254");
  await dialog.getByLabel("IPv4 DHCP range end").fill("10.77.0.99");
  await dialog.getByRole("checkbox", { name: "IPv6" }).first().check();
  await dialog.getByLabel("The host's IPv6 address").fill("fd77::1/64");
  await dialog.getByLabel("Domain (optional)").fill("lab.home.arpa");
  await expect(dialog.getByRole("status")).toContainText("libvirt enables packet forwarding");
  await dialog.getByText("XML", { exact: true }).click();
  await expect(dialog.getByRole("region", { name: "XML" })).toContainText('end="10.77.0.99"');
  await dialog.getByRole("button", { name: "Create" }).click();
  await closeJob(page);

  const row = rowOf(page, name);
  await expect(row).toContainText("Running");
  await expect(row).toContainText("NAT");
  const xml = await virsh.run("net-dumpxml", name);
  expect(xml).toMatch(/<forward mode='nat'>/);
  expect(xml).toMatch(/<nat ipv6='yes'\/?>/);
  expect(xml).toContain("<domain name='lab.home.arpa' localOnly='yes'/>");
  expect(xml).toContain("<range start='10.77.0.2' end='10.77.0.99'/>");
  expect(xml).toContain("<ip family='ipv6' address='fd77::1' prefix='64'>");

  await choose(page, name, "Don't start with the host");
  await expect(row).not.toContainText("starts with the host");
  expect(await virsh.run("net-info", name)).toMatch(/Autostart: +no/);

  await choose(page, name, "Stop…");
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toContainText("Stopped");
  await choose(page, name, "Start");
  await expect(row).toContainText("Running");

  await choose(page, name, "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete anyway" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toHaveCount(0);
  expect(await virsh.run("net-list", "--all", "--name")).not.toContain(name);
});

test("the list follows libvirt, and what overlaps is refused", async ({
  page,
  networks,
  virsh,
  complaints,
}) => {
  const name = networks.plan();
  await makeNetwork(page, name, 10);
  await virsh.run("net-destroy", name);
  await expect(rowOf(page, name)).toContainText("Stopped");

  const dialog = await openDialog(page);
  await dialog.getByLabel("Name", { exact: true }).fill(networks.plan());
  await dialog.getByLabel("The host's IPv4 address").fill("10.77.10.129/25");
  await expect(dialog.getByRole("status")).toContainText(`overlaps with the network ${name}`);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByRole("alert")).toContainText("was not created");
  expect(complaints.splice(0).join()).toMatch(/^Failed to load resource: .* 409 /);
});

test("VMs on a network are named before it is stopped, and keep it from being deleted", async ({
  page,
  networks,
  vms,
  virsh,
}) => {
  const name = networks.plan();
  await makeNetwork(page, name, 20);
  const vm = await vms.define({ devices: [card(name)] });
  await virsh.run("start", vm.name);
  await expect(rowOf(page, name)).toContainText("1 VM");

  await choose(page, name, "Delete…");
  const inUse = page.getByRole("dialog", { name: `${name} is in use` });
  await expect(inUse).toContainText(vm.name);
  await inUse.getByRole("button", { name: "Close" }).last().click();

  await choose(page, name, "Stop…");
  const question = page.getByRole("dialog", { name: `Stop ${name}` });
  await expect(question).toContainText(`The VM ${vm.name} runs on it and loses its connection`);
  await question.getByRole("button", { name: "Stop anyway" }).click();
  await expect(rowOf(page, name)).toContainText("Stopped");
  expect(await virsh.run("net-info", name)).toMatch(/Active: +no/);
});

test("a network's page: VMs, leases, and commands for a port forward", async ({
  page,
  networks,
  vms,
  virsh,
  libvirtd,
}) => {
  const name = networks.plan();
  const dialog = await openDialog(page);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("The host's IPv4 address").fill("10.77.30.1/24");
  await dialog.getByRole("button", { name: "Create" }).click();
  await closeJob(page);
  await rowOf(page, name).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("No leases yet.")).toBeVisible();

  const vm = await vms.define({ devices: [card(name)] });
  await virsh.run("start", vm.name);
  const bridge = /^Bridge: +(\S+)$/m.exec(await virsh.run("net-info", name))?.[1] ?? "";
  // What libvirt's DHCP server notes once a guest has asked it.
  const lease = {
    "ip-address": "10.77.30.17",
    "mac-address": "52:54:00:12:34:56",
    hostname: "web",
    "expiry-time": Math.floor(Date.now() / 1000) + 3600,
  };
  await writeFile(join(libvirtd.folder, `lib/dnsmasq/${bridge}.status`), JSON.stringify([lease]));

  await expect(page.getByRole("listitem").filter({ hasText: "10.77.30.17" })).toHaveCount(2);
  await page.getByRole("button", { name: "Reserve 10.77.30.17" }).click();
  await expect(page.getByRole("button", { name: "Release 10.77.30.17" })).toBeVisible();
  expect(await virsh.run("net-dumpxml", "--inactive", name)).toContain(
    "<host mac='52:54:00:12:34:56' ip='10.77.30.17'/>",
  );
  await page.getByLabel("Host port").fill("2222");
  await page.getByLabel("VM port").fill("22");
  await expect(page.getByRole("region", { name: "Commands" })).toContainText(
    `--dport 2222 -j DNAT --to-destination 10.77.30.17:22`,
  );
  await expect(page.getByRole("region", { name: "Commands" })).toContainText(`-o ${bridge}`);
  await page.getByText("XML", { exact: true }).click();
  await expect(page.getByRole("region", { name: "XML" })).toContainText("10.77.30.254");
});

test("a bridge of the host: used where there is one, and explained where there is none", async ({
  page,
  networks,
  virsh,
}) => {
  const name = networks.plan();
  const dialog = await openDialog(page);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Forward mode").selectOption("bridge");
  await dialog.getByLabel("Bridge", { exact: true }).selectOption("br0");
  await dialog.getByRole("button", { name: "Create" }).click();
  await closeJob(page);
  await expect(rowOf(page, name)).toContainText("Bridge on br0");
  expect(await virsh.run("net-dumpxml", name)).toContain("<bridge name='br0'/>");

  await page.getByRole("tab", { name: "Host network" }).click();
  const devices = page.getByRole("table", { name: "Network devices of the host" });
  await devices.getByRole("button", { name: "Create bridge…" }).first().click();
  const guide = page.getByRole("dialog", { name: /^Create a bridge with / });
  // Its host is a record: what Passdeck can't do stands there to be done by hand.
  await expect(guide).toContainText("nothing can be changed on it");
  await expect(guide).toContainText("becomes a port of br1");
  await expect(guide).toContainText("To undo");
  await guide.getByLabel("Bridge name").fill("br0");
  await expect(guide.getByRole("alert")).toContainText("already has a br0");
  await guide.getByLabel("Bridge name").fill("br0; reboot");
  await expect(guide).toContainText("A bridge's name has 1 to 15 letters");
});

test("filters are listed with the VMs that they are for", async ({ page, vms, virsh, libvirtd }) => {
  const path = join(libvirtd.folder, "filter.xml");
  await writeFile(
    path,
    "<filter name='lab-guard' chain='root'><rule action='accept' direction='out'/></filter>",
  );
  await virsh.run("nwfilter-define", path);
  const vm = await vms.define({ devices: [card("default", "lab-guard")] });
  await page.goto("/networks?tab=filters");
  const item = page.getByRole("listitem").filter({ hasText: "lab-guard" });
  await expect(item).toContainText(`Used by ${vm.name}`);
  await item.getByText("lab-guard", { exact: true }).click();
  await expect(page.getByRole("region", { name: "XML of lab-guard" })).toContainText("direction='out'");
  await vms.removeAll();
  await virsh.run("nwfilter-undefine", "lab-guard");
});

test("all can be read by everybody, and nothing scrolls sideways", async ({ page, networks }) => {
  const look = async (what: string, within?: string) => {
    for (const width of [375, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page, within), `${what}, ${width} px`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${what}, ${width} px`).toBeLessThanOrEqual(width);
    }
  };
  const name = networks.plan();
  await makeNetwork(page, name, 40);
  await look("the list");
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name: "Leases" })).toBeVisible();
  await look("a network");
  await page.goto("/networks?tab=filters");
  await expect(page.getByRole("tabpanel")).not.toBeEmpty();
  await look("filters");
  await page.goto("/networks?tab=host");
  await page.getByRole("button", { name: "Create bridge…" }).first().click();
  await expect(page.getByText("To undo")).toBeVisible();
  await look("the guide", "[role=dialog]");
  await page.keyboard.press("Escape");
  await look("the host's own");
  const dialog = await openDialog(page);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await expect(dialog.getByRole("status")).toContainText("already");
  await look("the dialog", "[role=dialog]");
});
