import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

test("what virsh does shows without a reload", async ({ page, vms, virsh }) => {
  const list = new VmListPage(page);
  await list.open();
  const vm = await vms.define();
  await expect(list.row(vm.name)).toContainText("Off");
  await virsh.run("start", vm.name);
  await expect(list.row(vm.name)).toContainText("Running");
  await virsh.run("suspend", vm.name);
  await expect(list.row(vm.name)).toContainText("Paused");
  await virsh.run("resume", vm.name);
  await expect(list.row(vm.name)).toContainText("Running");
  await virsh.run("destroy", vm.name);
  await expect(list.row(vm.name)).toContainText("Off");
  await virsh.run("undefine", vm.name);
  await expect(list.row(vm.name)).toHaveCount(0);
});

test("the first rows stand in the page's markup, before any of its code has come", async ({
  page,
  browser,
  vms,
}) => {
  const vm = await vms.define();
  const list = new VmListPage(page);
  await list.open();
  await expect(list.row(vm.name)).toContainText("Off");
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({
    ignoreHTTPSErrors: true,
    javaScriptEnabled: false,
    storageState,
  });
  const bare = await plain.newPage();
  await bare.goto(page.url());
  await expect(new VmListPage(bare).row(vm.name)).toContainText("Off");
  await plain.close();
});

test("a row's menu does to the VM what it says", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const list = new VmListPage(page);
  await list.open();
  const steps = [
    { action: "Start", shown: "Running", state: "running" },
    { action: "Pause", shown: "Paused", state: "paused" },
    { action: "Resume", shown: "Running", state: "running" },
    { action: "Save and stop", shown: "Off, saved", state: "shut off" },
    { action: "Start", shown: "Running", state: "running" },
  ];
  for (const { action, shown, state } of steps) {
    await list.choose(vm.name, action);
    await expect(list.row(vm.name)).toContainText(shown);
    expect(await virsh.state(vm.name)).toBe(state);
  }
});

test("forcing off asks first", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const list = new VmListPage(page);
  await list.open();
  await list.choose(vm.name, "Force off");
  const question = page.getByRole("alertdialog", { name: `Force off: ${vm.name}?` });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  expect(await virsh.state(vm.name)).toBe("running");

  await list.choose(vm.name, "Force off");
  await question.getByRole("button", { name: "Force off" }).click();
  await expect(list.row(vm.name)).toContainText("Off");
  expect(await virsh.state(vm.name)).toBe("shut off");
});

const missingDisk = {
  name: "disk",
  attributes: { type: "file", device: "disk" },
  children: [
    { name: "source", attributes: { file: "/var/lib/libvirt/images/missing.img" } },
    { name: "target", attributes: { dev: "vda", bus: "virtio" } },
  ],
};

test("several are started at once, and each is answered for", async ({ page, vms, virsh }) => {
  const good = [await vms.define(), await vms.define()];
  const bad = await vms.define({ devices: [missingDisk] });
  const list = new VmListPage(page);
  await list.open();
  await list.select(...[...good, bad].map(({ name }) => name));
  await list.bulkBar.getByRole("button", { name: "Start" }).click();

  const answer = page.getByRole("dialog", { name: "Start: 1 of 3 VMs failed" });
  for (const { name } of good) await expect(answer).toContainText(`${name} done`);
  await expect(answer).toContainText(`${bad.name} failed`);
  await expect(answer).toContainText("missing.img");
  await answer.getByRole("button", { name: "Close" }).first().click();
  for (const { name } of good) expect(await virsh.state(name)).toBe("running");
  expect(await virsh.state(bad.name)).toBe("shut off");

  // The row says so for as long as nobody has seen to it, and others' do not.
  await page.reload();
  const sign = list.row(bad.name).getByRole("button", { name: `${bad.name}: start failed` });
  await expect(sign).toHaveText("Start failed");
  for (const { name } of good) await expect(list.row(name)).not.toContainText("Start failed");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/vm-list/failed-${colorScheme}.png` });
  }
  await sign.click();
  const why = page.getByRole("dialog", { name: `${bad.name} could not be started` });
  await expect(why).toContainText("missing.img");
  await page.screenshot({ path: "test-results/vm-list/failed-dialog.png" });
  await why.getByRole("button", { name: "Show the job" }).click();
  await expect(page.getByRole("dialog")).toContainText("Start 3 VMs");
  await page.keyboard.press("Escape");
  await sign.click();
  await why.getByRole("button", { name: "Dismiss" }).click();
  await expect(sign).toHaveCount(0);
  await expect(why).toHaveCount(0);
});

test("the sign of a failed start goes once the VM has been started, by whatever tool", async ({
  page,
  vms,
  virsh,
}) => {
  const vm = await vms.define({ devices: [missingDisk] });
  const list = new VmListPage(page);
  await list.open();
  await list.choose(vm.name, "Start");
  await expect(list.row(vm.name)).toContainText("Start failed");
  await virsh.run("detach-disk", vm.name, "vda", "--config");
  await virsh.run("start", vm.name);
  await expect(list.row(vm.name)).toContainText("Running");
  await expect(list.row(vm.name)).not.toContainText("Start failed");
  await virsh.run("destroy", vm.name);
  await expect(list.row(vm.name)).toContainText("Off");
  await expect(list.row(vm.name)).not.toContainText("Start failed");
});

test("what can't be done in a state is disabled and says why", async ({ page, vms }) => {
  const vm = await vms.define();
  await new VmListPage(page).open();
  await page.getByRole("button", { name: `Actions for ${vm.name}` }).click();
  const pause = page.getByRole("menuitem", { name: /^Pause/ });
  await expect(pause).toHaveAttribute("aria-disabled", "true");
  await expect(pause).toContainText("It is off");
});

test("autostart is set, and libvirt agrees", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const list = new VmListPage(page);
  await list.open();
  await list.choose(vm.name, "Start with the host");
  await expect.poll(() => virsh.run("dominfo", vm.name)).toMatch(/Autostart:\s+enable/);
});

test("search, states and keys find a VM", async ({ page, vms, virsh }) => {
  const [first, second] = [await vms.define(), await vms.define()];
  await virsh.run("start", second.name);
  const list = new VmListPage(page);
  await list.open();
  await expect(list.row(second.name)).toContainText("Running");

  await page.keyboard.press("/");
  await page.keyboard.type(first.name);
  await expect(list.row(first.name)).toBeVisible();
  await expect(list.row(second.name)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Running/ }).click();
  await expect(list.row(second.name)).toBeVisible();
  await expect(list.row(first.name)).toHaveCount(0);

  await list.row(second.name).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: second.name })).toBeVisible();
});
